import { englishWordCounts } from './english-word-counts.ts';

/** Words tagged in the whole reference, those beyond the list included. */
const referenceTotal = 234_000;
/** What is assumed of a word that the list does not have: rarer than its rarest. */
const unlistedCount = 4;

let english: ReadonlyMap<string, number> | undefined;

/** How often a content word occurs in general, in the reference's count; undefined where we have no reference for the language. */
export function referenceCount(
  word: string,
  language: string,
): { count: number; total: number } | undefined {
  if (language !== 'en') return undefined;
  english ??= readCounts(englishWordCounts);
  let count = unlistedCount;
  for (const form of baseForms(word)) count = Math.max(count, english.get(form) ?? 0);
  return { count, total: referenceTotal };
}

function readCounts(table: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let count = 0;
  for (const item of table.trim().split(/\s+/)) {
    if (/^\d/.test(item)) count = Number(item);
    else counts.set(item, count);
  }
  return counts;
}

/** The word and what it may be an inflection of; a wrong guess is no word and costs nothing. */
function baseForms(word: string): string[] {
  const forms = [word];
  const stem = /^(.{2,}?)(?:'s|s|es|ed|d|ing|er|est|r|st|ly)$/.exec(word);
  for (const ending of ["'s", 's', 'es', 'd', 'ed', 'ing', 'er', 'est', 'ly']) {
    if (stem === null || !word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    forms.push(rest, `${rest}e`, rest.replace(/i$/, 'y'), rest.replace(/(.)\1$/, '$1'));
  }
  return forms;
}
