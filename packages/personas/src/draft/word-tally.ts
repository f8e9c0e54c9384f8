import { foldWord } from '../words/fold-word.ts';
import type { Term } from './topic-terms.ts';

/** Most distinct words kept for one language; beyond it words met once are let go. */
const mostWords = 60_000;
const mostLanguages = 12;

export interface WordCount {
  count: number;
  /** Documents it stands in. */
  documents: number;
  /** Of its occurrences within a sentence, how many begin with a capital. */
  capitals: number;
  /** Documents in which it stands as a noun does. */
  nouns: number;
  /** Half-years it was used in, dated documents only. */
  periods: Set<string>;
}

/** Counts of words by language, bounded. */
export class WordTally {
  readonly #languages = new Map<string, Map<string, WordCount>>();
  readonly #totals = new Map<string, number>();

  /** Words of one document, as written. @param terms of it, where it is of interest which are nouns. */
  add(
    language: string,
    words: readonly string[],
    period: string | undefined,
    terms?: ReadonlyMap<string, Term>,
  ): void {
    const counts = this.#countsOf(language);
    if (counts === undefined) return;
    this.#totals.set(language, (this.#totals.get(language) ?? 0) + words.length);
    const met = new Set<string>();
    for (const written of words) {
      const word = foldWord(written);
      let entry = counts.get(word);
      if (entry === undefined) {
        entry = { count: 0, documents: 0, capitals: 0, nouns: 0, periods: new Set() };
        counts.set(word, entry);
      }
      entry.count += 1;
      if (/^\p{Lu}/u.test(written)) entry.capitals += 1;
      if (!met.has(word)) {
        met.add(word);
        entry.documents += 1;
        if (period !== undefined) entry.periods.add(period);
        if (terms?.get(word)?.isNoun === true) entry.nouns += 1;
      }
    }
    if (counts.size > mostWords) forgetRare(counts);
  }

  /** Words in all of a language. */
  total(language: string): number {
    return this.#totals.get(language) ?? 0;
  }

  /** Languages, most words first. */
  languages(): string[] {
    return [...this.#totals.entries()]
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([language]) => language);
  }

  counts(language: string): ReadonlyMap<string, WordCount> {
    return this.#languages.get(language) ?? new Map();
  }

  #countsOf(language: string): Map<string, WordCount> | undefined {
    const known = this.#languages.get(language);
    if (known !== undefined || this.#languages.size >= mostLanguages) return known;
    const counts = new Map<string, WordCount>();
    this.#languages.set(language, counts);
    return counts;
  }
}

function forgetRare(counts: Map<string, WordCount>): void {
  for (let least = 1; counts.size > mostWords / 2 && least < 1_000; least += 1) {
    for (const [word, { count }] of counts) if (count <= least) counts.delete(word);
  }
}
