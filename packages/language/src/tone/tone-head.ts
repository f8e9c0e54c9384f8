import { areaUnderCurve } from './area-under-curve.ts';
import { fitLogistic, logitOf, type Example, type Logistic } from './logistic.ts';
import { styleFeatures } from './style-features.ts';

export interface ToneText {
  text: string;
  /** Pieces of one document, or of one line of the modules, are held out together. */
  group: string;
  /** By the embedder that will embed what is scored. */
  vector: Float32Array;
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
}

interface Texts {
  own: readonly ToneText[];
  others: readonly ToneText[];
  /** BCP 47 of all of them. */
  language: string;
}

const folds = 4;
/** An embedding holds mostly what a text is about, and weighs less than how it is written. */
const penalties = { style: 0.1, meaning: 0.3 };

/** A small head on embeddings and style features. The same texts give the same head. */
export async function trainTone(texts: Texts, signal: AbortSignal): Promise<TrainedTone> {
  const examples = examplesOf(texts);
  const byStyle = examples.map((one) => ({ ...one, features: one.features.slice(0, one.styles) }));
  return {
    head: headOf(await fit(examples, signal), texts.language),
    own: texts.own.length,
    others: texts.others.length,
    areaUnderCurve: await heldOut(examples, signal),
    areaByStyle: await heldOut(byStyle, signal),
  };
}

/** The head alone, without measuring it. */
export async function fitTone(texts: Texts, signal: AbortSignal): Promise<ToneHead> {
  return headOf(await fit(examplesOf(texts), signal), texts.language);
}

interface Featured extends Example {
  features: number[];
  group: string;
  /** How many of the features, the first ones, are of style. */
  styles: number;
}

function examplesOf({ own, others, language }: Texts): Featured[] {
  const featured = (isOwn: boolean) => (one: ToneText) => {
    const style = styleFeatures(one.text, language);
    const features = [...style, ...one.vector];
    return { own: isOwn, group: one.group, styles: style.length, features };
  };
  return [...own.map(featured(true)), ...others.map(featured(false))];
}

function fit(examples: readonly Featured[], signal: AbortSignal): Promise<Logistic> {
  const [first] = examples;
  const of = (_: number, j: number) =>
    j < (first?.styles ?? 0) ? penalties.style : penalties.meaning;
  return fitLogistic(examples, (first?.features ?? []).map(of), signal);
}

function headOf(logistic: Logistic, language: string): ToneHead {
  return (text, vector) =>
    1 / (1 + Math.exp(-logitOf(logistic, [...styleFeatures(text, language), ...vector])));
}

async function heldOut(examples: readonly Featured[], signal: AbortSignal): Promise<number> {
  const foldOf = foldsOf(examples);
  const areas: number[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const held = examples.filter(({ group }) => foldOf.get(group) === fold);
    const logistic = await fit(
      examples.filter(({ group }) => foldOf.get(group) !== fold),
      signal,
    );
    areas.push(areaUnderCurve(asTexts(held, logistic)));
  }
  return areas.reduce((sum, area) => sum + area, 0) / folds;
}

/** The pieces of one text score together. */
function asTexts(held: readonly Featured[], logistic: Logistic) {
  const texts = new Map<string, { own: boolean; logits: number[] }>();
  for (const { own, group, features } of held) {
    const text = texts.get(group) ?? { own, logits: [] };
    texts.set(group, { own, logits: [...text.logits, logitOf(logistic, features)] });
  }
  return [...texts.values()].map(({ own, logits }) => ({
    own,
    score: logits.reduce((sum, logit) => sum + logit, 0) / logits.length,
  }));
}

/** Groups in turn, in the order of their names. */
function foldsOf(examples: readonly Featured[]): Map<string, number> {
  const groups = [...new Set(examples.map(({ group }) => group))].toSorted();
  return new Map(groups.map((group, place) => [group, place % folds]));
}
