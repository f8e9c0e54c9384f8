import type { PersonaDocument, SearchResult, TimePrecision } from '@personate/contracts';
import { splitSentences, wordsOf } from '@personate/language';
import type { ShownRecord } from '@personate/personas';
import { plainNumber, type HardFacts } from './hard-facts.ts';

type Analyse = (text: string, language: string) => string[];

/** Texts that a sentence may rest on; read only as far as somebody looks. */
export class Grounds {
  readonly #text: string;
  readonly #language: string;
  readonly #analyse: Analyse;
  #terms: ReadonlySet<string> | undefined;
  #numbers: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | undefined;

  constructor(texts: readonly string[], language: string, analyse: Analyse) {
    this.#text = texts.join('\n');
    this.#language = language;
    this.#analyse = analyse;
  }

  get terms(): ReadonlySet<string> {
    return (this.#terms ??= new Set(this.#analyse(this.#text, this.#language)));
  }

  get numbers(): ReadonlySet<string> {
    return (this.#numbers ??= new Set(
      (this.#text.match(/\d+(?:[.,]\d+)*/gu) ?? []).map(plainNumber),
    ));
  }

  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(wordsOf(this.#text).flatMap(foldedParts)));
  }
}

/** A passage as the prompt shows it: its text, title, author and date; and what was said before it. */
export function passageTexts(
  { at, atPrecision }: Pick<SearchResult, 'at' | 'atPrecision'>,
  { text, title, author, before }: ShownRecord,
  language: string,
): string[][] {
  const date = at === null ? '' : dateWords(at, atPrecision, language);
  return [[text, title, author, date], ...(before === null ? [] : [[before.author, before.text]])];
}

/** The persona's own modules, item by item. Its voice and its typical responses show how it speaks, and are no facts. */
export function moduleTexts(document: PersonaDocument): string[] {
  const { name, subject, disclosure, persona, goals, skills, knowledgeLimits } = document;
  const { summary, traits, behaviours, timeline } = persona;
  const { known, asOf } = knowledgeLimits;
  return [
    [name, subject.note, disclosure].join(' '),
    ...splitSentences(summary, 'en'),
    ...timeline.map((stage) => stringsIn(stage).join(' ')),
    ...behaviours,
    ...[...traits, ...goals.goals].map((item) => stringsIn(item).join(' ')),
    ...skills.skills.map((skill) => stringsIn(skill).join(' ')),
    ...known.map((domain) => stringsIn(domain).join(' ')),
    asOf === undefined ? '' : dateWords(asOf, 'day', 'en'),
  ].filter((text) => text !== '');
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

/**
 * Share of the terms that one of the grounds holds, and that two of them hold together; 1 where there are no terms. Among
 * all of them taken together the commonest words of anything are found.
 */
export function coverageOf(
  terms: readonly string[],
  grounds: readonly Grounds[],
): { one: number; two: number; held: number } {
  const unique = [...new Set(terms)];
  if (unique.length === 0) return { one: 1, two: 1, held: 0 };
  const held = grounds.map(({ terms: all }) => unique.map((term) => all.has(term)));
  const count = (marks: readonly boolean[]): number => marks.filter(Boolean).length;
  const best = held.toSorted((a, b) => count(b) - count(a))[0] ?? [];
  const pairs = held.map((other) =>
    count(unique.map((_, i) => best[i] === true || other[i] === true)),
  );
  return {
    one: count(best) / unique.length,
    two: Math.max(count(best), ...pairs) / unique.length,
    held: count(best),
  };
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
