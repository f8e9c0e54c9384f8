import type { Citation, ImprovisedRange, SearchResult } from '@personate/contracts';
import type { SpokenPart } from '@personate/language';
import type { ImprovisedMark } from './check/check-reply.ts';
import { quoteFrom } from './quote-from.ts';

/** The reply as it grows: its text, and what of it rests on which evidence. */
export class AnswerDraft {
  readonly #evidence: readonly SearchResult[];
  readonly #citations = new Map<number, Citation>();
  #text = '';
  /** Where the text begins that the next citation supports, and where that of the last one began. */
  #open = 0;
  #lastStart = 0;
  /** Where the text began that came last. */
  #lastText = 0;
  readonly #improvised: ImprovisedRange[] = [];
  usage: { promptTokens: number; completionTokens: number } | undefined;

  constructor(evidence: readonly SearchResult[]) {
    this.#evidence = evidence;
  }

  get text(): string {
    return this.#text;
  }

  /** What was made up. */
  get improvised(): ImprovisedRange[] {
    return [...this.#improvised];
  }

  /** By number. */
  get citations(): Citation[] {
    return [...this.#citations.values()];
  }

  /** What stands before the persona's own words: no citation supports it. */
  begin(text: string): void {
    this.#text = text;
    this.#open = text.length;
    this.#lastStart = text.length;
  }

  /** Takes a part in; gives the citation's number in the order of appearance, or null for what is no citation. */
  take(part: SpokenPart | ImprovisedMark): number | null {
    if (part.type === 'text') {
      this.#lastText = this.#text.length;
      this.#text += part.text;
    } else if (part.type === 'improvised') this.#markImprovised();
    else if (part.type === 'usage') {
      const { promptTokens = 0, completionTokens = 0 } = this.usage ?? {};
      this.usage = {
        promptTokens: promptTokens + part.promptTokens,
        completionTokens: completionTokens + part.completionTokens,
      };
    } else if (part.type === 'cite') return this.#cite(part.n);
    return null;
  }

  /** No citation reaches back over it. */
  #markImprovised(): void {
    const said = this.#text.slice(this.#lastText);
    const startIndex = this.#lastText + (said.length - said.trimStart().length);
    this.#improvised.push({ startIndex, endIndex: this.#text.trimEnd().length });
    this.#open = this.#text.length;
    this.#lastStart = this.#text.length;
  }

  #cite(place: number): number | null {
    const evidence = this.#evidence[place - 1];
    if (evidence === undefined) return null;
    const spoken = this.#text.slice(this.#open);
    // A second marker right after the first supports the same words.
    const start =
      spoken.trim() === ''
        ? this.#lastStart
        : this.#open + (spoken.length - spoken.trimStart().length);
    const end = this.#text.trimEnd().length;
    this.#lastStart = start;
    this.#open = this.#text.length;
    const known = this.#citations.get(place);
    if (known === undefined) {
      const n = this.#citations.size + 1;
      this.#citations.set(place, toCitation(evidence, n, this.#text.slice(start, end), start, end));
      return n;
    }
    if (this.#text.slice(known.endIndex ?? 0, start).trim() === '') {
      const from = known.startIndex ?? start;
      this.#citations.set(
        place,
        toCitation(evidence, known.n, this.#text.slice(from, end), from, end),
      );
    }
    return known.n;
  }
}

function toCitation(
  evidence: SearchResult,
  n: number,
  spoken: string,
  startIndex: number,
  endIndex: number,
): Citation {
  return {
    n,
    passageId: evidence.passageId,
    documentId: evidence.documentId,
    documentKey: evidence.documentKey,
    source: evidence.source,
    kind: evidence.kind,
    stance: evidence.stance,
    ...(evidence.author === null ? {} : { author: evidence.author }),
    ...(evidence.at === null ? {} : { at: evidence.at }),
    ...(evidence.atPrecision === null ? {} : { atPrecision: evidence.atPrecision }),
    quote: quoteFrom(evidence.text, spoken),
    ...(evidence.url === null ? {} : { url: evidence.url }),
    startIndex,
    endIndex,
  };
}
