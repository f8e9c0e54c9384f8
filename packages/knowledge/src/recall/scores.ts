import { saturation } from '../lexical/lexical-index.ts';
import { wordsOf } from './passage-words.ts';
import { isTimeWord } from './question-words.ts';
import { neighbourBefore, sessionOf, windowOf, type Scene, type SceneItem } from './scene.ts';
import type { Understood } from './understand-question.ts';

/** Who a question is about, as far as it says. */
export interface Subject {
  /** An author's name as the passages have it. */
  author?: string;
  /** The persona itself: its own words, and what others wrote about it. */
  self?: boolean;
}

export interface ScoreInput {
  scene: Scene;
  understood: Understood;
  subject: Subject;
  isSelf: (author: string) => boolean;
}

type Score = (input: ScoreInput) => Float64Array;

const perCandidate = (scene: Scene, value: (item: SceneItem) => number): Float64Array =>
  Float64Array.from(scene.candidates, value);

/** BM25 of texts taken as one. */
function bm25(scene: Scene, items: readonly SceneItem[], withDate: boolean): number {
  // Most neighbours hold none of the terms.
  if (!items.some(({ counts, date }) => counts.size > 0 || (withDate && date.length > 0))) return 0;
  let length = 0;
  for (const item of items) length += item.length + (withDate ? item.date.length : 0);
  const average = (scene.averageLength || 1) * items.length;
  let score = 0;
  for (const [term, weight] of scene.terms) {
    let count = 0;
    for (const item of items) {
      count += item.counts.get(term) ?? 0;
      if (withDate && item.date.includes(term)) count += 1;
    }
    if (count > 0) score += weight * saturation(count, length, average);
  }
  return score;
}

const dense: Score = ({ scene }) => perCandidate(scene, (item) => item.dense);

const lexical: Score = ({ scene }) => perCandidate(scene, (item) => bm25(scene, [item], true));

/** What was said and what came before it, taken as one. */
const previous: Score = ({ scene }) =>
  perCandidate(scene, (item) => bm25(scene, windowOf(scene, item, 1, 0), false));

/** How much of the question occurs in it or around it, each term once. */
const coverage: Score = ({ scene }) =>
  perCandidate(scene, (item) => {
    const there = new Set(item.date);
    for (const { counts } of windowOf(scene, item, 2, 2))
      for (const term of counts.keys()) there.add(term);
    let held = 0;
    if (there.size > 0)
      for (const [term, weight] of scene.terms) if (there.has(term)) held += weight;
    return held;
  });

/** The nearest in meaning of what stands around it: an answer seldom repeats its question. */
const surroundings: Score = ({ scene }) =>
  perCandidate(scene, (item) =>
    Math.max(...windowOf(scene, item, 2, 2).map((other) => other.dense)),
  );

/** The nearest in meaning of its whole thread, or document. */
const session: Score = ({ scene }) => {
  const nearest = new Map<string, number>();
  for (const item of scene.candidates) {
    const key = sessionOf(item);
    nearest.set(key, Math.max(nearest.get(key) ?? -1, item.dense));
  }
  return perCandidate(scene, (item) => nearest.get(sessionOf(item)) ?? 0);
};

/** Answers somebody who asked the like. */
const answer: Score = ({ scene }) =>
  perCandidate(scene, (item) => {
    const before = neighbourBefore(scene, item);
    return before !== undefined && question.test(before.passage.text) ? before.dense : 0;
  });

const speaker: Score = ({ scene, subject, isSelf }) =>
  perCandidate(scene, ({ passage }) => {
    const author = passage.author?.name;
    if (subject.author !== undefined) return author === subject.author ? 1 : 0;
    if (subject.self !== true) return 0;
    if (passage.stance === 'about' || passage.stance === 'by') return 1;
    return author !== undefined && isSelf(author) ? 1 : 0;
  });

const question = /[?？؟]/u;

/** Share of its text that only asks: who asks does not tell. */
const asking: Score = ({ scene }) =>
  perCandidate(scene, ({ passage: { text } }) => {
    if (!question.test(text)) return 0;
    let length = 0;
    for (const sentence of text.split(/(?<=[.!?？؟。！…\n])/u))
      if (question.test(sentence)) length += sentence.length;
    return length / text.length;
  });

const time: Score = ({ scene, understood }) =>
  perCandidate(scene, ({ passage }) =>
    understood.asksWhen && [...wordsOf(passage)].some((word) => isTimeWord(word, passage.language))
      ? 1
      : 0,
  );

/** Content words from which on a text is not short any more. */
const enough = 20;

/** "Great, thanks!" is evidence of nothing. */
const substance: Score = ({ scene }) =>
  perCandidate(scene, ({ length }) => Math.min(1, Math.log1p(length) / Math.log1p(enough)));

/** In the order in which a reader of an explanation wants them. */
export const scores = {
  dense,
  lexical,
  previous,
  coverage,
  surroundings,
  session,
  answer,
  speaker,
  time,
  asking,
  substance,
} as const satisfies Record<string, Score>;

export type ScoreName = keyof typeof scores;

/**
 * Each score lies within 0 and 1 before it is weighed. Fitted on conversations and on the
 * shipped personas' probes, each held out in turn; see bench/recall.
 */
export const weights: Readonly<Record<ScoreName, number>> = {
  dense: 3,
  lexical: 0.7,
  previous: 0.8,
  coverage: 2.6,
  surroundings: 2,
  session: 1.4,
  answer: 0.8,
  speaker: 2.5,
  time: 2.5,
  asking: -2,
  substance: 2,
};

/** Shares of a whole as they are: they mean the same whatever the other candidates are like. */
export const absolute: ReadonlySet<ScoreName> = new Set(['time', 'asking', 'substance']);

/** Onto 0..1 over the candidates, in place; all alike become 0. */
export function normalise(values: Float64Array): Float64Array {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = most - least;
  for (let i = 0; i < values.length; i++)
    values[i] = range > 0 ? ((values[i] ?? 0) - least) / range : 0;
  return values;
}
