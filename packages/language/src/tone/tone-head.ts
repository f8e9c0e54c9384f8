import { areaUnderCurve } from './area-under-curve.ts';
import { fitLogistic, logitOf, type Example, type Logistic } from './logistic.ts';
import { styleFeatures } from './style-features.ts';

export interface ToneText {
  text: string;
  /** Texts of one document (or one line of the modules) are held out together. */
  group: string;
  /** By the embedder that will embed what is scored. */
  vector: Float32Array;
}

/** How much a text sounds like the persona, 0..1; a half is as much like others as like it. */
export type ToneHead = (text: string, vector: Float32Array) => number;

export interface TrainedTone {
  head: ToneHead;
  own: number;
  others: number;
  /** Of texts that were held out, mean over the folds: how often one of its own scores higher than one of others'. */
  areaUnderCurve: number;
  /** The same by the style features alone: what is left where everybody writes about the same things. */
  areaByStyle: number;
}

const folds = 4;
/** An embedding holds mostly what a text is about; it is to weigh less than how it is written. */
const penalties = { style: 0.02, meaning: 0.1 };

/** A small head on embeddings and style features. The same texts give the same head. */
export async function trainTone(
  {
    own,
    others,
    language,
  }: { own: readonly ToneText[]; others: readonly ToneText[]; language: string },
  signal: AbortSignal,
): Promise<TrainedTone> {
  const texts = [
    ...own.map((text) => ({ ...text, own: true })),
    ...others.map((text) => ({ ...text, own: false })),
  ].map((text) => ({ ...text, style: styleFeatures(text.text, language) }));
  const whole = texts.map((text) => exampleOf(text, true));
  const byStyle = texts.map((text) => exampleOf(text, false));
  const fold = foldsOf(texts.map(({ group }) => group));
  return {
    head: headOf(await fit(whole, signal), language),
    own: own.length,
    others: others.length,
    areaUnderCurve: await heldOut(whole, fold, signal),
    areaByStyle: await heldOut(byStyle, fold, signal),
  };
}

interface Featured extends ToneText {
  own: boolean;
  style: Float64Array;
}

interface Split extends Example {
  styles: number;
}

function exampleOf({ own, style, vector }: Featured, meaning: boolean): Split {
  return { own, styles: style.length, features: meaning ? joined(style, vector) : style };
}

function joined(style: Float64Array, vector: Float32Array): Float64Array {
  const features = new Float64Array(style.length + vector.length);
  features.set(style);
  features.set(vector, style.length);
  return features;
}

function fit(examples: readonly Split[], signal: AbortSignal): Promise<Logistic> {
  const [first] = examples;
  const size = first?.features.length ?? 0;
  const penalty = Float64Array.from({ length: size }, (_, j) =>
    j < (first?.styles ?? 0) ? penalties.style : penalties.meaning,
  );
  return fitLogistic(examples, penalty, signal);
}

function headOf(logistic: Logistic, language: string): ToneHead {
  return (text, vector) =>
    1 / (1 + Math.exp(-logitOf(logistic, joined(styleFeatures(text, language), vector))));
}

async function heldOut(
  examples: readonly Split[],
  fold: readonly number[],
  signal: AbortSignal,
): Promise<number> {
  const areas: number[] = [];
  for (let held = 0; held < folds; held += 1) {
    const logistic = await fit(
      examples.filter((_, i) => fold[i] !== held),
      signal,
    );
    const scored = examples
      .filter((_, i) => fold[i] === held)
      .map(({ own, features }) => ({ own, score: logitOf(logistic, features) }));
    areas.push(areaUnderCurve(scored));
  }
  return areas.reduce((sum, area) => sum + area, 0) / folds;
}

/** Groups in turn, in the order of their names. */
function foldsOf(groups: readonly string[]): number[] {
  const places = new Map([...new Set(groups)].toSorted().map((group, place) => [group, place]));
  return groups.map((group) => (places.get(group) ?? 0) % folds);
}
