import type { Passage } from '@personate/contracts';
import { analyse } from './analyse.ts';

type Worded = Pick<Passage, 'text' | 'title' | 'headings' | 'language'>;
type Dated = Pick<Passage, 'at' | 'atPrecision' | 'language'>;

export interface Remembered<P extends object, T> {
  (passage: P): T;
  /** What was made of the same passage before. */
  know(passage: P, made: T): void;
}

/** While somebody holds the same object, what is made of it is made once. */
export function remembered<P extends object, T>(make: (passage: P) => T): Remembered<P, T> {
  const known = new WeakMap<P, { made: T }>();
  const find = (passage: P): T => {
    let entry = known.get(passage);
    if (entry === undefined) known.set(passage, (entry = { made: make(passage) }));
    return entry.made;
  };
  return Object.assign(find, {
    know: (passage: P, made: T): void => void known.set(passage, { made }),
  });
}

/** Terms of a passage as every store indexes them: its text, title, headings and date. */
export const passageTerms = (passage: Worded & Dated): string[] => [
  ...termsOf(passage),
  ...dateTermsOf(passage),
];

/**
 * Terms of its text with title and headings. A store that is read anew for each question may keep them beside the
 * passage, and tell: counting words takes longer than reading them.
 */
export const termsOf = remembered<Worded, readonly string[]>(
  ({ text, title, headings, language }) =>
    analyse([title, ...headings, text].filter((part) => part !== undefined).join('\n'), language),
);

/** Terms of its date. */
export const dateTermsOf = remembered<Dated, readonly string[]>(dateTerms);

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
