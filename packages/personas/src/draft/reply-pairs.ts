import { createHash } from 'node:crypto';
import type { Document } from '@personate/contracts';
import { splitWords } from '../words/split-words.ts';

const mostDocuments = 20_000;
const mostPairs = 40;
const lengths = { prompt: [6, 280], response: [8, 320] } as const;

export interface ReplyPair {
  prompt: string;
  response: string;
  /** External ids of both. */
  evidence: [prompt: string, response: string];
}

/** With the words of both names: a reply that calls somebody by name is for them alone. */
type NamedPair = ReplyPair & { names: readonly string[] };

interface Said {
  id: string;
  text: string;
  own: boolean;
  author: string;
  at: string;
  replyTo: string | undefined;
  language: string;
}

/**
 * What the persona really replied to others, out of threads. Holds at most 20,000 messages; of more, a sample of whole
 * threads by their hash, so that neither order nor a restart changes the outcome.
 */
export class ReplyPairs {
  readonly #threads = new Map<string, { hash: string; said: Said[] }>();
  #held = 0;
  /** Threads whose hash is not below it were let go. */
  #ceiling = '~';

  /** @param text cleaned; the whole message. */
  add(document: Document, text: string): void {
    const thread = document.thread ?? document.replyTo ?? document.externalId;
    const key = `${document.sourceId}\n${thread}`;
    const hash = createHash('sha256').update(key).digest('hex');
    if (hash >= this.#ceiling || text.length > 1_000) return;
    const held = this.#threads.get(key) ?? { hash, said: [] };
    this.#threads.set(key, held);
    held.said.push({
      id: document.externalId,
      text: text.replaceAll(/\s+/g, ' '),
      own: document.stance === 'by',
      author: document.author?.name ?? '',
      at: document.at ?? '',
      replyTo: document.replyTo,
      language: document.language,
    });
    this.#held += 1;
    if (this.#held > mostDocuments) this.#letGo();
  }

  /** The most telling pairs, at most forty. */
  pairs(): ReplyPair[] {
    const threads = [...this.#threads.values()].toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    const found = threads.flatMap(({ said }) => pairsOf(said));
    const seen = new Set<string>();
    return (
      found
        .map((pair) => ({ pair, score: worth(pair) }))
        // Stable: among equals the threads' hash decides, which spreads them over the time.
        .toSorted((a, b) => b.score - a.score)
        .filter(({ pair }) => {
          const isNew = !seen.has(pair.prompt) && !seen.has(pair.response);
          seen.add(pair.prompt).add(pair.response);
          return isNew;
        })
        .slice(0, mostPairs)
        .map(({ pair: { prompt, response, evidence } }) => ({ prompt, response, evidence }))
    );
  }

  #letGo(): void {
    const sorted = [...this.#threads].toSorted(([, a], [, b]) => (a.hash < b.hash ? 1 : -1));
    for (const [key, { hash, said }] of sorted) {
      if (this.#held <= mostDocuments * 0.75) return;
      this.#threads.delete(key);
      this.#held -= said.length;
      this.#ceiling = hash;
    }
  }
}

function pairsOf(said: readonly Said[]): NamedPair[] {
  const ordered = said.toSorted((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
  const byId = new Map(ordered.map((message) => [message.id, message]));
  return ordered.flatMap((reply, place) => {
    if (!reply.own) return [];
    const asked = reply.replyTo === undefined ? ordered[place - 1] : byId.get(reply.replyTo);
    if (asked === undefined || asked.own || !fits(asked.text, lengths.prompt)) return [];
    if (!fits(reply.text, lengths.response) || splitWords(reply.text, reply.language).length < 2) {
      return [];
    }
    const names = splitWords(`${asked.author} ${reply.author}`, 'und');
    return [{ prompt: asked.text, response: reply.text, evidence: [asked.id, reply.id], names }];
  });
}

function fits(text: string, [least, most]: readonly [number, number]): boolean {
  return text.length >= least && text.length <= most;
}

/** A question that stands alone, answered in a few sentences, shows most of a voice. */
function worth({ prompt, response, names }: NamedPair): number {
  const asks = /[?？]/u.test(prompt) ? 2 : 0;
  const length = response.length >= 30 && response.length <= 220 ? 1 : 0;
  const asksBack = /[?？]\s*$/u.test(response) ? -0.5 : 0;
  // "I do too!" is a reply to that one message only.
  const short = prompt.length < 15 ? -0.5 : 0;
  const words = new Set(splitWords(`${prompt} ${response}`, 'und'));
  const toSomebody = names.some((name) => words.has(name)) ? -1 : 0;
  const long = prompt.length > 140 ? -0.5 : 0;
  return asks + length + asksBack + short + toSomebody + long;
}
