import { ownOf, type TimePrecision } from '@personate/contracts';
import type { Occasion } from '../../speaker.ts';
import { deFormal } from './phrases-de-formal.ts';
import { de } from './phrases-de.ts';
import { en } from './phrases-en.ts';
import { esFormal } from './phrases-es-formal.ts';
import { es } from './phrases-es.ts';
import { sv } from './phrases-sv.ts';

/** What the extractive speaker says beside the persona's own words, in one language. */
export interface Phrases {
  smallTalk: Readonly<Record<Occasion, readonly string[]>>;
  /** Beyond the limit, by what the persona is to do there; `{topic}` is replaced. */
  declines: Readonly<Record<'admit' | 'deflect' | 'refuse', readonly string[]>>;
  /** `{date}`: where the persona's knowledge ends. */
  afterKnowledge: readonly string[];
  /** The user's own words in the second person; null: quote them. */
  youToldMe: readonly string[];
  youSaid: (quote: string) => string;
  /** Words from that time, as they were written; `quote` comes without quotation marks. */
  wroteBack: (date: string, quote: string, variant: number) => string;
  /** A sentence of others on the persona that could not be turned to the first person. */
  writtenOfMe: (quote: string, variant: number) => string;
  /** The persona's words in another language than the question's. */
  inMyLanguage: (quote: string, language: string) => string;
  /** Asked to make something up that nobody wrote: only a model could. */
  cannotCompose: readonly string[];
  /** The question is in a language that the persona does not speak; in that language. */
  speakOnly: (languages: string) => string;
  /** The persona speaks the question's language, but most of what it knows is written in another. */
  askIn: (language: string) => string;
  iSpeak: (languages: string) => string;
  /** `precision`: how much of the date is known. */
  born: (date: string, where: string | null, precision: TimePrecision) => string;
  /** Where its knowledge ends. */
  aged: (age: number, date: string) => string;
  /** In a year that was just talked of. */
  turned: (age: number, year: number) => string;
  /** Before what a model said and nothing quite bears out. */
  softened: string;
  /** Before the first reply of a persona of somebody living. */
  disclosed: (name: string) => string;
  iAm: (name: string) => string;
  bestAt: (skills: string) => string;
  alsoTried: (skills: string) => string;
  careAbout: (goal: string) => string;
  traits: (traits: string) => string;
  /** Before what was said already, with its space. */
  asISaid: string;
  and: string;
}

const byLanguage: Readonly<Record<string, Phrases>> = { en, de, sv, es };

/** English where the language has none; with the formal address where the asker keeps to it. */
export function phrasesOf(language: string, formal = false): Phrases {
  if (formal && language === 'de') return deFormal;
  if (formal && language === 'es') return esFormal;
  return ownOf(byLanguage, language) ?? en;
}

/** Makes the sentence after it a doubtful one; null where the language has no words for it. */
export function softened(language: string): string | null {
  return ownOf(byLanguage, language)?.softened ?? null;
}

export function allPhrases(): Phrases[] {
  return Object.values(byLanguage);
}

/** What is said where nothing of a persona's own is: a voice that is nobody's. None where the language has no lines. */
export function linesOfNobody(language: string): string[] {
  const phrases = ownOf(byLanguage, language);
  if (phrases === undefined) return [];
  const { smallTalk, declines, cannotCompose } = phrases;
  const said = [smallTalk, declines].flatMap((lines) => Object.values(lines).flat());
  return [...said, ...cannotCompose].filter((line) => !line.includes('{'));
}

export function hasPhrases(language: string): boolean {
  return ownOf(byLanguage, language) !== undefined;
}
