import { areaUnderCurve } from './area-under-curve.ts';
import { habitScore, learnHabits, piecesOf } from './habits.ts';
import { fitLogistic, logitOf, type Example } from './logistic.ts';
import { styleFeatures } from './style-features.ts';

export interface ToneText {
  text: string;
  /** Pieces of one document, or of one line of the modules, are held out together. */
  group: string;
  /** By the embedder that will embed what is scored. */
  vector: Float32Array;
  /** Learnt from, and no text that anything is measured by: a phrase, a line of nobody's. */
  unmeasured?: boolean;
}

/** How much a text sounds like the persona, 0..1; a half is as much like others as like it. */
export type ToneHead = (text: string, vector: Float32Array) => number;

export interface TrainedTone {
  head: ToneHead;
  /** Pieces that it was trained on. */
  own: number;
  others: number;
  /** How often a text of its own that was held out scores higher than one of others': mean over the folds. */
  areaUnderCurve: number;
  /** The same by the style features alone: what is left where everybody writes of the same things. */
  areaByStyle: number;
  /** Mean score of texts that were held out, 0..1. */
  heldOut: { own: number; others: number };
  /** Scores texts, each as its pieces, by that head of the folds which has read least of them all. */
  unread: (texts: ReadonlyArray<readonly ToneText[]>) => number[];
}

interface Texts {
  own: readonly ToneText[];
  others: readonly ToneText[];
  /** BCP 47 of all of them. */
  language: string;
}

/** Each head has read nine texts of ten (Kohavi 1995). */
const folds = 10;
/** An embedding holds mostly what a text is about, and weighs less than how it is written. */
const penalties = { style: 0.1, meaning: 0.3 };

/** What words and letters say, beside the regression; chosen on the shipped personas. */
const habitWeight = 0.4;

/** A small head on embeddings, style features and habits of wording. The same texts give the same head. */
export async function trainTone(texts: Texts, signal: AbortSignal): Promise<TrainedTone> {
  const examples = examplesOf(texts);
  const byStyle = examples.map((one) => ({
    ...one,
    features: one.features.slice(0, one.styles),
    pieces: [],
  }));
  const folded = await fitFolds(examples, signal);
  return {
    head: await fitHead(examples, texts.language, signal),
    own: texts.own.length,
    others: texts.others.length,
    areaUnderCurve: areaOf(folded),
    areaByStyle: areaOf(await fitFolds(byStyle, signal)),
    heldOut: {
      own: meanOf(folded.flatMap(({ own }) => own.map(shareOf))),
      others: meanOf(folded.flatMap(({ others }) => others.map(shareOf))),
    },
    unread: (others) => scoreUnread(folded, others, texts.language).map(shareOf),
  };
}

/** The head alone, without measuring it. */
export function fitTone(texts: Texts, signal: AbortSignal): Promise<ToneHead> {
  return fitHead(examplesOf(texts), texts.language, signal);
}

interface Featured extends Example {
  text: string;
  features: number[];
  pieces: readonly string[];
  group: string;
  /** How many of the features, the first ones, are of style. */
  styles: number;
  measured: boolean;
}

function examplesOf({ own, others, language }: Texts): Featured[] {
  const featured = (isOwn: boolean) => (one: ToneText) => {
    const measured = one.unmeasured !== true;
    const style = styleFeatures(one.text, language);
    const features = [...style, ...one.vector];
    const pieces = piecesOf(one.text);
    const { text, group } = one;
    return { text, own: isOwn, group, styles: style.length, features, pieces, measured };
  };
  return [...own.map(featured(true)), ...others.map(featured(false))];
}

type Score = (one: Pick<Featured, 'features' | 'pieces'>) => number;

/** Log odds that a text is its own. */
async function fit(examples: readonly Featured[], signal: AbortSignal): Promise<Score> {
  const [first] = examples;
  const penalty = (_: number, j: number) =>
    j < (first?.styles ?? 0) ? penalties.style : penalties.meaning;
  const logistic = await fitLogistic(examples, (first?.features ?? []).map(penalty), signal);
  const habits = learnHabits(examples);
  return ({ features, pieces }) =>
    logitOf(logistic, features) + habitWeight * habitScore(habits, pieces);
}

async function fitHead(
  examples: readonly Featured[],
  language: string,
  signal: AbortSignal,
): Promise<ToneHead> {
  const score = await fit(examples, signal);
  return (text, vector) => {
    const features = [...styleFeatures(text, language), ...vector];
    return shareOf(score({ features, pieces: piecesOf(text) }));
  };
}

/** A head that has not read one part of the texts, and how it scores those. */
interface Fold {
  score: Score;
  /** Texts that it was trained on. */
  read: readonly string[];
  /** Log odds of the texts that it has not read. */
  own: number[];
  others: number[];
}

async function fitFolds(examples: readonly Featured[], signal: AbortSignal): Promise<Fold[]> {
  const foldOf = foldsOf(examples);
  const folded: Fold[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const read = examples.filter(({ group }) => foldOf.get(group) !== fold);
    const score = await fit(read, signal);
    const held = examples.filter(({ group, measured }) => measured && foldOf.get(group) === fold);
    const texts = asTexts(held, score);
    const scores = (own: boolean) =>
      texts.filter((text) => text.own === own).map((text) => text.score);
    folded.push({
      score,
      read: read.map(({ text }) => text),
      own: scores(true),
      others: scores(false),
    });
  }
  return folded;
}

const areaOf = (folded: readonly Fold[]): number =>
  meanOf(folded.map(({ own, others }) => areaUnderCurve(own, others)));

/** What quotes a text that a head was trained on would be scored by memory. */
function scoreUnread(
  folded: readonly Fold[],
  texts: ReadonlyArray<readonly ToneText[]>,
  language: string,
): number[] {
  const wholes = texts.map((pieces) => pieces.map(({ text }) => text).join(' '));
  const known = ({ read }: Fold): number =>
    read
      .filter((text) => wholes.some((whole) => whole.includes(text)))
      .reduce((sum, text) => sum + text.length, 0);
  const [fold] = folded
    .map((one) => ({ ...one, known: known(one) }))
    .toSorted((a, b) => a.known - b.known);
  return texts.map((pieces) =>
    meanOf(
      pieces.map(
        ({ text, vector }) =>
          fold?.score({
            features: [...styleFeatures(text, language), ...vector],
            pieces: piecesOf(text),
          }) ?? 0,
      ),
    ),
  );
}

const shareOf = (logit: number): number => 1 / (1 + Math.exp(-logit));
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The pieces of one text score together. */
function asTexts(held: readonly Featured[], score: Score) {
  const texts = new Map<string, { own: boolean; scores: number[] }>();
  for (const one of held) {
    const text = texts.get(one.group) ?? { own: one.own, scores: [] };
    texts.set(one.group, { own: one.own, scores: [...text.scores, score(one)] });
  }
  return [...texts.values()].map(({ own, scores }) => ({
    own,
    score: meanOf(scores),
  }));
}

/** Groups in turn, in the order of their names. */
function foldsOf(examples: readonly Featured[]): Map<string, number> {
  const groups = [...new Set(examples.map(({ group }) => group))].toSorted();
  return new Map(groups.map((group, place) => [group, place % folds]));
}
