import type { ParsedTime } from '../read/parse-time.ts';
import { type Period, sayTime, shortTime } from './period.ts';

export interface CareerDocument {
  /** Without the `-2` that a second one of the same name gets. */
  id: string;
  title: string;
  text: string;
  /** Where nothing but our own sentence stands in it; else it is guessed. */
  language?: 'en';
  time: ParsedTime | null;
  facts: Record<string, string>;
  unclear: string[];
}

/** A row told in the first person and in whole sentences, for it will be recalled and read aloud; null when it names nothing. */
export type CareerRow = (cells: Record<string, string>) => CareerDocument | null;

export function say(...words: Array<string | undefined>): string {
  return `${words.filter(Boolean).join(' ')}.`.replace(/([.!?])\.$/, '$1');
}

export function since({ start }: Period): string {
  if (!start) return '';
  const exact = start.atPrecision !== 'year' && start.atPrecision !== 'month';
  return `${exact ? 'on' : 'in'} ${sayTime(start)}`;
}

export function told(
  id: string,
  sentence: string,
  more: Array<string | undefined>,
  period: Period,
): Omit<CareerDocument, 'title' | 'facts'> {
  const theirs = more.filter(Boolean);
  return {
    id,
    text: [sentence, ...theirs].join('\n\n'),
    // Names in it are taken for those of any language: "I took the course Navigation." is short.
    ...(theirs.length === 0 ? { language: 'en' } : {}),
    time: period.start,
    unclear: period.unclear,
  };
}

export function span({ start, end }: Period): { from?: string; to?: string } {
  return { ...(start ? { from: shortTime(start) } : {}), ...(end ? { to: shortTime(end) } : {}) };
}

export function facts(values: Record<string, string | undefined>): Record<string, string> {
  const known = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(known);
}
