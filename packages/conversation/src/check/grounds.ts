import type { PersonaDocument, SearchResult, TimePrecision } from '@personate/contracts';
import { wordsOf } from '@personate/language';
import { plainNumber, type HardFacts } from './hard-facts.ts';

type Analyse = (text: string, language: string) => string[];

/** Texts that a sentence may rest on. */
export interface Grounds {
  terms: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

export function groundsOf(texts: readonly string[], language: string, analyse: Analyse): Grounds {
  const text = texts.join('\n');
  return {
    terms: new Set(analyse(text, language)),
    numbers: new Set((text.match(/\d+(?:[.,]\d+)*/gu) ?? []).map(plainNumber)),
    words: new Set(wordsOf(text).flatMap(foldedParts)),
  };
}

/** Everything of a passage that the prompt shows: its text, title, author, date, and what was said just before. */
export function passageTexts(passage: SearchResult, language: string): string[] {
  const { text, title, author, at, context } = passage;
  return [
    text,
    title ?? '',
    author ?? '',
    at === null ? '' : dateWords(at, passage.atPrecision, language),
    ...context.map((other) => `${other.author ?? ''} ${other.text}`),
  ];
}

/** More of them than any prompt shows would only cost time. */
const mostResponses = 200;

/** The persona's own modules, as texts. */
export function moduleTexts(document: PersonaDocument): string[] {
  const { name, subject, disclosure, persona, goals, skills, knowledgeLimits } = document;
  return stringsIn([
    name,
    subject.note ?? '',
    disclosure,
    { ...persona, typicalResponses: persona.typicalResponses.slice(0, mostResponses) },
    goals,
    skills,
    knowledgeLimits.known,
    knowledgeLimits.asOf === undefined ? '' : dateWords(knowledgeLimits.asOf, 'day', 'en'),
  ]);
}

/** Whether a number or a name of the sentence stands in none of the grounds; names are compared by their stems too. */
export function lacks(
  facts: HardFacts,
  grounds: readonly Grounds[],
  termsOf: (text: string) => string[],
): boolean {
  const has = (of: (one: Grounds) => ReadonlySet<string>, values: readonly string[]) =>
    values.every((value) => grounds.some((one) => of(one).has(value)));
  return (
    !has(({ numbers }) => numbers, facts.numbers) ||
    facts.names.some(
      (name) =>
        !has(({ words }) => words, foldedParts(name)) && !has(({ terms }) => terms, termsOf(name)),
    )
  );
}

/** Share of the terms that the grounds hold; 1 where there are none. */
export function coverageOf(terms: readonly string[], grounds: readonly Grounds[]): number {
  const unique = [...new Set(terms)];
  if (unique.length === 0) return 1;
  const held = unique.filter((term) => grounds.some(({ terms: all }) => all.has(term)));
  return held.length / unique.length;
}

/** As much of a date as is known, in figures and in words. */
function dateWords(at: string, precision: TimePrecision | null, language: string): string {
  const date = new Date(at);
  if (precision === 'year' || Number.isNaN(date.getTime())) return at.slice(0, 4);
  const fields: Intl.DateTimeFormatOptions =
    precision === 'month'
      ? { year: 'numeric', month: 'long' }
      : { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' };
  const spelled = (locale: string) =>
    new Intl.DateTimeFormat(locale, { ...fields, timeZone: 'UTC' }).format(date);
  const [known = 'en'] = Intl.DateTimeFormat.supportedLocalesOf([language]);
  const figures = at.slice(0, precision === 'month' ? 7 : 10).replaceAll('-', ' ');
  return `${figures} ${spelled('en')} ${spelled(known)}`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** "O'Brien-Smith" is known by its parts, and a name by its genitive. */
function foldedParts(word: string): string[] {
  const folded = word.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
  return folded.split(/['-]/u).filter((part) => part !== '');
}
