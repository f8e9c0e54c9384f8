import { saturation } from '../lexical/lexical-index.ts';
import { tokenise } from '../lexical/tokenise.ts';
import { isTimeWord } from './question-words.ts';
import { sessionOf, windowOf, type Scene, type SceneItem } from './scene.ts';
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

/** An answer and the question before it, taken as one. */
const previous: Score = ({ scene }) =>
  perCandidate(scene, (item) => bm25(scene, windowOf(scene, item, 1, 0), false));

const window: Score = ({ scene }) =>
  perCandidate(scene, (item) => bm25(scene, windowOf(scene, item, 2, 2), false));

/** How much the thread (or document) as a whole is about it. */
const session: Score = (input) => {
  const own = lexical(input);
  const sums = new Map<string, number>();
  for (const [i, item] of input.scene.candidates.entries()) {
    const key = sessionOf(item);
    sums.set(key, (sums.get(key) ?? 0) + (own[i] ?? 0));
  }
  return perCandidate(input.scene, (item) => sums.get(sessionOf(item)) ?? 0);
};

/** How near its neighbours are in meaning: an answer seldom repeats its question's words. */
const neighbours: Score = ({ scene }) => {
  const near = normalise(perCandidate(scene, (item) => item.dense));
  return perCandidate(scene, (item) => {
    let sum = near[item.place] ?? 0;
    for (const other of windowOf(scene, item, 1, 1))
      if (other !== item && other.place >= 0) sum += 0.3 * (near[other.place] ?? 0);
    return sum;
  });
};

const speaker: Score = ({ scene, subject, isSelf }) =>
  perCandidate(scene, ({ passage }) => {
    const author = passage.author?.name;
    if (subject.author !== undefined) return author === subject.author ? 1 : 0;
    if (subject.self !== true) return 0;
    if (passage.stance === 'about' || passage.stance === 'by') return 1;
    return author !== undefined && isSelf(author) ? 1 : 0;
  });

/** Who asks does not tell. */
const asking: Score = ({ scene }) =>
  perCandidate(scene, ({ passage }) => (/[?？؟]/u.test(passage.text) ? 1 : 0));

const time: Score = ({ scene, understood }) =>
  perCandidate(scene, ({ passage }) =>
    understood.asksWhen && tokenise(passage.text).some((word) => isTimeWord(word, passage.language))
      ? 1
      : 0,
  );

/** In the order in which a reader of an explanation wants them. */
export const scores = {
  dense,
  lexical,
  neighbours,
  previous,
  window,
  session,
  speaker,
  asking,
  time,
} as const satisfies Record<string, Score>;

export type ScoreName = keyof typeof scores;

/** Found on conversations, held out one by one; see bench/recall. Each score lies within 0 and 1 before it is weighed. */
export const weights: Readonly<Record<ScoreName, number>> = {
  dense: 2,
  lexical: 1,
  neighbours: 2,
  previous: 1,
  window: 2,
  session: 1,
  speaker: 2,
  asking: -0.3,
  time: 1,
};

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
