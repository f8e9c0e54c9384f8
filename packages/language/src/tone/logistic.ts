import { setImmediate as pause } from 'node:timers/promises';

/** Weights over features that were brought to mean 0 and deviation 1; the last weight is the bias. */
export interface Logistic {
  mean: Float64Array;
  scale: Float64Array;
  weights: Float64Array;
}

export interface Example {
  features: readonly number[] | Float32Array | Float64Array;
  own: boolean;
}

const steps = 60;
/** About ten milliseconds at a time are taken from whoever else is served. */
const stepsAtOnce = 2;
const adam = { rate: 0.03, first: 0.9, second: 0.999, tiny: 1e-8 };
/** What is rare is not let count for more than so many deviations. */
const furthest = 4;

/**
 * Logistic regression with both classes weighted alike, by full-batch gradient descent (Adam: Kingma and Ba 2015), so
 * that the same examples give the same weights.
 *
 * @param penalties of each feature's squared weight: how much it is held near nothing.
 */
export async function fitLogistic(
  examples: readonly Example[],
  penalties: readonly number[],
  signal: AbortSignal,
): Promise<Logistic> {
  const size = penalties.length;
  const { mean, scale } = moments(examples, size);
  const rows = new Float64Array(examples.length * size);
  for (const [i, { features }] of examples.entries())
    rows.set(standardised(features, mean, scale), i * size);
  const own = examples.filter((example) => example.own).length;
  const shares = [0.5 / Math.max(1, examples.length - own), 0.5 / Math.max(1, own)] as const;
  const labels = examples.map((example) => Number(example.own));
  const weights = new Float64Array(size + 1);
  const first = new Float64Array(size + 1);
  const second = new Float64Array(size + 1);
  for (let step = 1; step <= steps; step += 1) {
    if (step % stepsAtOnce === 0) {
      await pause();
      signal.throwIfAborted();
    }
    const gradient = gradientOf(rows, labels, shares, weights);
    for (let j = 0; j <= size; j += 1) {
      const g = at(gradient, j) + (j < size ? (penalties[j] ?? 0) * at(weights, j) : 0);
      first[j] = adam.first * at(first, j) + (1 - adam.first) * g;
      second[j] = adam.second * at(second, j) + (1 - adam.second) * g * g;
      const slope = at(first, j) / (1 - adam.first ** step);
      const spread = Math.sqrt(at(second, j) / (1 - adam.second ** step));
      weights[j] = at(weights, j) - (adam.rate * slope) / (spread + adam.tiny);
    }
  }
  return { mean, scale, weights };
}

/** Log odds that it is its own. */
export function logitOf({ mean, scale, weights }: Logistic, features: Example['features']): number {
  const row = standardised(features, mean, scale);
  let sum = at(weights, row.length);
  for (let j = 0; j < row.length; j += 1) sum += at(weights, j) * at(row, j);
  return sum;
}

function gradientOf(
  rows: Float64Array,
  labels: readonly number[],
  shares: readonly [number, number],
  weights: Float64Array,
): Float64Array {
  const size = weights.length - 1;
  const gradient = new Float64Array(size + 1);
  for (let i = 0; i < labels.length; i += 1) {
    const from = i * size;
    const label = labels[i] === 1 ? 1 : 0;
    const logit = at(weights, size) + product(weights, rows, from, size);
    const error = (1 / (1 + Math.exp(-logit)) - label) * shares[label];
    for (let j = 0; j < size; j += 1) gradient[j] = at(gradient, j) + error * at(rows, from + j);
    gradient[size] = at(gradient, size) + error;
  }
  return gradient;
}

/** Four sums side by side: one alone waits for each addition before the next, which takes twice as long. */
function product(weights: Float64Array, rows: Float64Array, from: number, size: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let j = 0;
  for (; j + 3 < size; j += 4) {
    a += at(weights, j) * at(rows, from + j);
    b += at(weights, j + 1) * at(rows, from + j + 1);
    c += at(weights, j + 2) * at(rows, from + j + 2);
    d += at(weights, j + 3) * at(rows, from + j + 3);
  }
  for (; j < size; j += 1) a += at(weights, j) * at(rows, from + j);
  return a + b + (c + d);
}

function moments(examples: readonly Example[], size: number) {
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (const { features } of examples)
    for (let j = 0; j < size; j += 1) mean[j] = at(mean, j) + (features[j] ?? 0) / examples.length;
  for (const { features } of examples)
    for (let j = 0; j < size; j += 1)
      scale[j] = at(scale, j) + ((features[j] ?? 0) - at(mean, j)) ** 2 / examples.length;
  return { mean, scale: scale.map((variance) => Math.sqrt(variance) || 1) };
}

function standardised(features: Example['features'], mean: Float64Array, scale: Float64Array) {
  const row = new Float64Array(mean.length);
  for (let j = 0; j < row.length; j += 1) {
    const apart = ((features[j] ?? 0) - at(mean, j)) / at(scale, j);
    row[j] = Math.max(-furthest, Math.min(furthest, apart));
  }
  return row;
}

/** Within the array by construction. */
function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
