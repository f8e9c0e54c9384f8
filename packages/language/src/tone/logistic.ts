import { setImmediate as pause } from 'node:timers/promises';

/** Weights over features that were brought to mean 0 and deviation 1. */
export interface Logistic {
  mean: Float64Array;
  scale: Float64Array;
  weights: Float64Array;
  bias: number;
}

export interface Example {
  features: Float64Array;
  own: boolean;
}

const steps = 160;
const stepsAtOnce = 8;
const rate = 0.5;
const decay = { first: 0.9, second: 0.999, tiny: 1e-8 };
const learning = 0.03;

/**
 * Logistic regression with both classes weighted alike, by full-batch gradient descent (Adam: Kingma and Ba 2015), so
 * that the same examples give the same weights.
 *
 * @param penalty of the squared weights, per feature: how much each is held near nothing.
 */
export async function fitLogistic(
  examples: readonly Example[],
  penalty: Float64Array,
  signal: AbortSignal,
): Promise<Logistic> {
  const size = penalty.length;
  const { mean, scale } = moments(examples, size);
  const rows = examples.map(({ features }) => standardised(features, mean, scale));
  const own = examples.filter((example) => example.own).length;
  const share = { own: rate / Math.max(1, own), others: rate / Math.max(1, examples.length - own) };
  const weights = new Float64Array(size);
  const first = new Float64Array(size + 1);
  const second = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  let bias = 0;
  for (let step = 1; step <= steps; step += 1) {
    if (step % stepsAtOnce === 0) {
      await pause();
      signal.throwIfAborted();
    }
    for (let j = 0; j < size; j += 1) gradient[j] = (penalty[j] ?? 0) * (weights[j] ?? 0);
    gradient[size] = 0;
    for (const [i, row] of rows.entries()) {
      const isOwn = examples[i]?.own === true;
      const error =
        (sigmoid(dot(row, weights) + bias) - Number(isOwn)) * (isOwn ? share.own : share.others);
      for (let j = 0; j < size; j += 1) gradient[j] = (gradient[j] ?? 0) + error * (row[j] ?? 0);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let j = 0; j <= size; j += 1) {
      const g = gradient[j] ?? 0;
      const m = (first[j] = decay.first * (first[j] ?? 0) + (1 - decay.first) * g);
      const v = (second[j] = decay.second * (second[j] ?? 0) + (1 - decay.second) * g * g);
      const move =
        (learning * (m / (1 - decay.first ** step))) /
        (Math.sqrt(v / (1 - decay.second ** step)) + decay.tiny);
      if (j < size) weights[j] = (weights[j] ?? 0) - move;
      else bias -= move;
    }
  }
  return { mean, scale, weights, bias };
}

/** Log odds that it is its own. */
export function logitOf({ mean, scale, weights, bias }: Logistic, features: Float64Array): number {
  return dot(standardised(features, mean, scale), weights) + bias;
}

function moments(examples: readonly Example[], size: number) {
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (const { features } of examples)
    for (let j = 0; j < size; j += 1)
      mean[j] = (mean[j] ?? 0) + (features[j] ?? 0) / examples.length;
  for (const { features } of examples)
    for (let j = 0; j < size; j += 1)
      scale[j] = (scale[j] ?? 0) + ((features[j] ?? 0) - (mean[j] ?? 0)) ** 2 / examples.length;
  return { mean, scale: scale.map((variance) => Math.sqrt(variance) || 1) };
}

/** What is rare is not let count for more than four deviations. */
const furthest = 4;

function standardised(features: Float64Array, mean: Float64Array, scale: Float64Array) {
  return features.map((value, j) =>
    Math.max(-furthest, Math.min(furthest, (value - (mean[j] ?? 0)) / (scale[j] ?? 1))),
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
