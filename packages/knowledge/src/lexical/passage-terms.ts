import type { Passage } from '@personate/contracts';
import { analyse } from './analyse.ts';

type Worded = Pick<Passage, 'text' | 'title' | 'headings' | 'language'>;
type Dated = Pick<Passage, 'at' | 'atPrecision' | 'language'>;

/** While somebody holds the same object, what is made of it is made once. */
export function remembered<P extends object, T>(make: (passage: P) => T): (passage: P) => T {
  const known = new WeakMap<P, { made: T }>();
  return (passage) => {
    let entry = known.get(passage);
    if (entry === undefined) known.set(passage, (entry = { made: make(passage) }));
    return entry.made;
  };
}

/** Terms of a passage as every store indexes them: its text, title, headings and date. */
export const passageTerms = (passage: Worded & Dated): string[] => [
  ...termsOf(passage),
  ...dateTermsOf(passage),
];

/** Terms of its text with title and headings. */
export const termsOf: (passage: Worded) => readonly string[] = remembered(
  ({ text, title, headings, language }: Worded) =>
    analyse([title, ...headings, text].filter((part) => part !== undefined).join('\n'), language),
);

/** Terms of its date. */
export const dateTermsOf: (passage: Dated) => readonly string[] = remembered(dateTerms);

/** "What did you do in May 2019?" finds what was said then, though nobody writes the date into a post. */
function dateTerms({ at, atPrecision = 'day', language }: Dated): string[] {
  if (at === undefined) return [];
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  if (atPrecision === 'year') return [year];
  const month = monthTerm(date.getUTCMonth(), language);
  if (atPrecision === 'month') return [...month, year];
  return [String(date.getUTCDate()), ...month, year];
}

const months = new Map<string, string[]>();

function monthTerm(month: number, language: string): string[] {
  const key = `${language}/${month}`;
  let terms = months.get(key);
  if (terms === undefined) {
    terms = analyse(monthName(month, language), language);
    months.set(key, terms);
  }
  return terms;
}

function monthName(month: number, language: string): string {
  const date = new Date(Date.UTC(2000, month, 15));
  const format = { month: 'long', timeZone: 'UTC' } as const;
  try {
    return date.toLocaleDateString(language, format);
  } catch {
    return date.toLocaleDateString('en', format);
  }
}
