import type { Reply } from './ask.ts';

/** Replies that were asked for before, so that an evaluation which was stopped goes on where it was. */
export interface ReplyJournal {
  /** What was said; undefined: it has not been asked. */
  take(key: string): Reply | undefined;
  /** Kept before the next one is asked for. */
  keep(key: string, reply: Reply): Promise<void>;
}

/** Tells the times apart that one question is asked. */
export class JournalKeys {
  readonly #asked = new Map<string, number>();

  of(...parts: ReadonlyArray<string | number | undefined>): string {
    const question = JSON.stringify(parts.map((part) => part ?? null));
    const time = (this.#asked.get(question) ?? 0) + 1;
    this.#asked.set(question, time);
    return `${time} ${question}`;
  }
}
