import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generalQuestions } from '../../packages/conversation/src/index.ts';
import type { Question } from '../recall/read-conversations.ts';
import { names, rename, toYou } from './rename.ts';
import type { Speaker } from './speakers.ts';

/** What a question is to the persona that it is put to. */
export type CaseKind =
  /** Its own conversation answers it. */
  | 'answerable'
  /** The conversation's own unanswerable ones: speakers swapped, details invented. */
  | 'unanswerable'
  /** Asked of another conversation, as it stands. */
  | 'other, named'
  /** The same, this persona's name (or "you") in the place of theirs. */
  | 'other, renamed'
  /** Of the world. */
  | 'general';

export interface Case {
  kind: CaseKind;
  /** The kind that the data set, or the list of general questions, gives. */
  sort: string;
  /** By name, as the data set asks, or put to the persona as "you". */
  form: 'named' | 'you';
  question: string;
  answerable: boolean;
  /** Messages that answer it; where speakers were swapped, those of the other one. */
  relevant: readonly string[];
}

export interface GeneralQuestion {
  sort: string;
  question: string;
}

/** Sort of the general questions that weights are fitted on; all others are kept for measuring. */
export const fittedOn = 'fitted on';

/** This folder's list, then the product's own. */
export function readGeneralQuestions(): GeneralQuestion[] {
  const ours = readFileSync(join(import.meta.dirname, 'general-questions.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [sort = '', question = ''] = line.split('\t');
      return { sort, question };
    });
  return [...ours, ...generalQuestions.map((question) => ({ sort: fittedOn, question }))];
}

/** Every so manieth question of each other conversation, and of the general ones, another share for each speaker. */
const othersEvery = 12;
const generalEvery = 4;
/** Every so manieth question is also put as "you". */
const youEvery = 3;

/** All that one speaker is asked. */
export function casesOf(
  speaker: Speaker,
  all: readonly Speaker[],
  general: readonly GeneralQuestion[],
): Case[] {
  const cases: Case[] = [];
  const both = (
    kind: CaseKind,
    sort: string,
    question: string,
    relevant: readonly string[] = [],
  ): void => {
    const common = { kind, sort, relevant, answerable: kind === 'answerable' };
    cases.push({ ...common, form: 'named', question });
    const put = toYou(question, speaker.name);
    if (put !== question && cases.length % youEvery === 0)
      cases.push({ ...common, form: 'you', question: put });
  };
  for (const question of speaker.conversation.questions)
    if (askedOf(question, speaker, all) === speaker.name)
      both(
        question.answerable ? 'answerable' : 'unanswerable',
        question.kind,
        question.text,
        question.relevant,
      );
  for (const other of all) {
    if (other.conversation === speaker.conversation) continue;
    const partners = partnersOf(other, all);
    for (const [place, question] of other.conversation.questions.entries()) {
      if ((place + other.name.length) % othersEvery !== 0 || !question.answerable) continue;
      // One that names both would name this persona twice.
      if (partners.filter((name) => names(question.text, name)).join() !== other.name) continue;
      const form = 'named';
      const common = { sort: question.kind, answerable: false, relevant: [] };
      if (!names(question.text, speaker.name))
        cases.push({ kind: 'other, named', form, question: question.text, ...common });
      both('other, renamed', question.kind, rename(question.text, partners, speaker.name));
    }
  }
  cases.push(...generalCases(general, all.indexOf(speaker), generalEvery));
  return cases;
}

export function generalCases(
  general: readonly GeneralQuestion[],
  offset: number,
  every: number,
): Case[] {
  return general
    .filter((_, place) => (place + offset) % every === 0)
    .map((one) => ({ ...one, kind: 'general', form: 'named', answerable: false, relevant: [] }));
}

const partnersOf = ({ conversation }: Speaker, all: readonly Speaker[]): string[] =>
  all.filter((one) => one.conversation === conversation).map(({ name }) => name);

/** Whom a question is for: the one speaker that it names, else who said most of what answers it. */
function askedOf(
  { text, relevant }: Question,
  { conversation }: Speaker,
  all: readonly Speaker[],
): string | null {
  const partners = partnersOf({ conversation } as Speaker, all);
  const named = partners.filter((name) => names(text, name));
  if (named.length === 1) return named[0] ?? null;
  const wanted = new Set(relevant);
  const said = conversation.corpus.filter(({ id }) => wanted.has(id)).map(({ author }) => author);
  const count = (name: string): number => said.filter((author) => author === name).length;
  return partners.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
