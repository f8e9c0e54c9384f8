import { foldWord } from './fold-word.ts';
import { splitWords } from './split-words.ts';
import { stopWords } from './stop-words.ts';

/** Lower-case words that carry a subject: letters, longer than two, no function words. */
export function contentWords(text: string, language: string): string[] {
  const stops = stopWords(language);
  return splitWords(text, language)
    .map(foldWord)
    .filter((word) => word.length > 2 && /\p{L}/u.test(word) && !stops.has(word));
}

const endings = new Set(
  "|s|es|e|d|ed|er|ers|ing|ings|n|en|ern|in|innen|ly|y|ies|ied|ier|'s|t|te|ten|em".split('|'),
);

/** Whether two words are forms of one: what remains after their common beginning is an ending on both sides. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common += 1;
  // "pain" and "paint" are not one word: a short rest is an ending only after a beginning of some length.
  if (common < 3 || (common < 5 && (a.slice(common) === 't' || b.slice(common) === 't')))
    return false;
  return endings.has(a.slice(common)) && endings.has(b.slice(common));
}

/** Share of `wanted` that has a form in `words`, 0..1. */
export function coverage(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const met = wanted.filter((word) => words.some((other) => sameWord(word, other)));
  return met.length / wanted.length;
}
