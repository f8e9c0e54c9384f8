import type { TermStatistics } from '../knowledge-store.ts';

/** Robertson–Spärck Jones weight as Lucene has it: never negative. */
export function inverseFrequency(passages: number, frequency: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

/** Each term with its inverse document frequency; a term that occurs nowhere weighs most. */
export function weighTerms(
  terms: readonly string[],
  { passages, frequency }: TermStatistics,
): Map<string, number> {
  return new Map(
    terms.map((term) => [
      term,
      // A term may be counted for its date and its text: no more than all passages hold it.
      inverseFrequency(passages, Math.min(passages, frequency.get(term) ?? 0)),
    ]),
  );
}
