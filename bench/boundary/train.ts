import {
  confidenceOf,
  type DetectorModel,
  type Factor,
  type Features,
} from '../../packages/conversation/src/index.ts';
import type { CaseKind } from './cases.ts';
import { quantile } from './measure.ts';
import { fittedOn, type Case } from './cases.ts';

export type Sample = Pick<Case, 'kind' | 'sort' | 'answerable'> & {
  conversation: boolean;
  features: Features;
};

type Name = keyof Features;

const own: readonly Name[] = [
  'othersMatch',
  'othersWindowMatch',
  'othersCosine',
  'othersCoverage',
  'othersMass',
  'othersAsked',
  'othersShare',
];

/** What each kind weighs against the others, however many questions there are of it. */
const masses: Readonly<Record<CaseKind, number>> = {
  answerable: 1,
  unanswerable: 0.6,
  'other, named': 0.2,
  'other, renamed': 0.4,
  general: 0.2,
};
/** Personas with probes against conversations. */
const probesWeigh = 0.5;
const [rounds, rate, decay] = [500, 0.05, 0.002];

/** What may be learnt from: of the general questions only the product's own list. */
export const forFitting = ({ kind, sort }: Pick<Case, 'kind' | 'sort'>): boolean =>
  kind !== 'general' || sort === fittedOn;

/** By gradient descent (Adam) on the cross entropy; the same rows give the same model. */
export function train(rows: readonly Sample[]): DetectorModel {
  const evidence = (Object.keys(rows[0]?.features ?? {}) as Name[]).filter(
    (name) => name !== 'talks' && !own.includes(name),
  );
  const factors = [scaled(rows, evidence), scaled(rows, own, 'talks')];
  const weights = weightsOf(rows);
  for (let round = 1; round <= rounds; round++) {
    const slopes = factors.map(({ at }) =>
      Float64Array.from(at, (weight, i) => (i === 0 ? 0 : decay * weight)),
    );
    for (const [r, row] of rows.entries()) {
      const shares = factors.map(({ inputs, at }) => {
        const input = inputs[r];
        return input === undefined || input === null ? 1 : logistic(dot(at, input));
      });
      const p = Math.min(
        1 - 1e-9,
        shares.reduce((product, share) => product * share, 1),
      );
      // d(loss)/d(log p), times d(log p)/d(a factor's sum) = 1 − its share.
      const slope = (weights[r] ?? 0) * (row.answerable ? -1 : p / (1 - p));
      for (const [f, { inputs }] of factors.entries()) {
        const [input, of] = [inputs[r], slopes[f]];
        if (input === null || input === undefined || of === undefined) continue;
        const step = slope * (1 - (shares[f] ?? 0));
        for (let i = 0; i < input.length; i++) of[i] = (of[i] ?? 0) + step * (input[i] ?? 0);
      }
    }
    for (const [f, factor] of factors.entries()) descend(factor, slopes[f], round);
  }
  const model = { evidence: factorOf(factors[0]), own: factorOf(factors[1]) };
  const known = rows
    .filter(({ answerable, conversation }) => answerable && conversation)
    .map(({ features }) => confidenceOf(features, model));
  return {
    ...model,
    thresholds: { fivePercent: quantile(known, 0.05), tenPercent: quantile(known, 0.1) },
  };
}

interface Scaled {
  names: readonly Name[];
  when: Name | undefined;
  means: number[];
  spreads: number[];
  /** A one and the scaled features of each row; null where the factor does not count. */
  inputs: Array<Float64Array | null>;
  /** Weights, the bias first, and what Adam keeps of their slopes. */
  at: Float64Array;
  first: Float64Array;
  second: Float64Array;
}

function scaled(rows: readonly Sample[], names: readonly Name[], when?: Name): Scaled {
  const counted = rows.filter(({ features }) => when === undefined || features[when] !== 0);
  const means = names.map((name) => mean(counted.map(({ features }) => features[name])));
  const spreads = names.map((name, i) => {
    const off = counted.map(({ features }) => (features[name] - (means[i] ?? 0)) ** 2);
    return Math.sqrt(mean(off)) || 1;
  });
  const at = new Float64Array(names.length + 1);
  at[0] = 1;
  return {
    names,
    when,
    means,
    spreads,
    inputs: rows.map(({ features }) =>
      when !== undefined && features[when] === 0
        ? null
        : Float64Array.from([
            1,
            ...names.map((name, i) => (features[name] - (means[i] ?? 0)) / (spreads[i] ?? 1)),
          ]),
    ),
    at,
    first: new Float64Array(at.length),
    second: new Float64Array(at.length),
  };
}

function descend(
  { at, first, second }: Scaled,
  slope: Float64Array | undefined,
  round: number,
): void {
  for (const [i, g] of (slope ?? []).entries()) {
    const m = 0.9 * (first[i] ?? 0) + 0.1 * g;
    const v = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
    first[i] = m;
    second[i] = v;
    const step = m / (1 - 0.9 ** round) / (Math.sqrt(v / (1 - 0.999 ** round)) + 1e-8);
    at[i] = (at[i] ?? 0) - rate * step;
  }
}

/** With weights for the features as they are. */
function factorOf(factor: Scaled | undefined): Factor {
  if (factor === undefined) return { bias: 0, weights: {} };
  const { names, when, means, spreads, at } = factor;
  let bias = at[0] ?? 0;
  const weights: Factor['weights'] = {};
  for (const [i, name] of names.entries()) {
    const weight = (at[i + 1] ?? 0) / (spreads[i] ?? 1);
    weights[name] = weight;
    bias -= weight * (means[i] ?? 0);
  }
  return { ...(when === undefined ? {} : { when }), bias, weights };
}

/** They sum to one. */
function weightsOf(rows: readonly Sample[]): number[] {
  const keyOf = ({ kind, conversation }: Sample): string => `${kind} ${conversation}`;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const raw = rows.map(
    (row) =>
      (masses[row.kind] * (row.conversation ? 1 : probesWeigh)) / (counts.get(keyOf(row)) ?? 1),
  );
  const all = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / all);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
