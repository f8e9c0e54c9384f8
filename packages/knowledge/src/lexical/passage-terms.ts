import type { Passage } from '@personate/contracts';
import { analyse } from './analyse.ts';

/** Terms of a passage as every store indexes them: its text, title, headings and date. */
export function passageTerms(
  passage: Pick<Passage, 'text' | 'title' | 'headings' | 'language' | 'at' | 'atPrecision'>,
): string[] {
  const { text, title, headings, language } = passage;
  const words = [title, ...headings, text].filter((part) => part !== undefined).join('\n');
  return [...analyse(words, language), ...dateTerms(passage)];
}

/** "What did you do in May 2019?" finds what was said then, though nobody writes the date into a post. */
export function dateTerms({
  at,
  atPrecision = 'day',
  language,
}: Pick<Passage, 'at' | 'atPrecision' | 'language'>): string[] {
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
