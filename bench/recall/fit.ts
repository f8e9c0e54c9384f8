// Fits the weights of recall's scores, each conversation or persona held out in turn, and shows what that gives:
//   node --conditions=@personate/source --import tsx bench/recall/fit.ts <folder>…
// A softmax over each question's candidates must put its mass on the evidence. Printed, never written anywhere.
import { recallWeights, type RecallStep } from '../../packages/knowledge/src/index.ts';
import { readCases, type Case } from './cases.ts';
import { mean, measure, type Metrics } from './metrics.ts';
import { openBench } from './open-bench.ts';

interface Sample {
  of: Case;
  documents: string[];
  /** Of each score its values over the candidates, before they are weighed. */
  values: Float64Array[];
  relevant: boolean[];
  /** How much the question counts: a set of a few probes says as much as one of many questions. */
  weight: number;
}

const names = Object.keys(recallWeights) as Array<keyof typeof recallWeights>;
const [rounds, rate, decay] = [150, 0.1, 0.001];
const probeWeight = 4;

const { signal } = new AbortController();
const bench = await openBench('memory');
const samples: Sample[] = [];
for (const folder of process.argv.slice(2))
  for (const of of await readCases({ ...bench, signal }, folder, []))
    samples.push(await sample(of));
await bench.close();

const heldOut: Metrics[] = [];
for (const group of new Set(samples.map(({ of }) => of.group))) {
  const weights = fit(samples.filter(({ of }) => of.group !== group));
  const measured = samples.filter(({ of }) => of.group === group).map((one) => score(one, weights));
  heldOut.push(...measured);
  print(`held out: ${group}`, mean(measured));
}
const kinds = [true, false].map((anyOf) =>
  heldOut.filter((_, i) => samples[i]?.of.anyOf === anyOf),
);
for (const [i, some] of kinds.entries())
  if (some.length > 0) print(i === 0 ? 'held out, probes' : 'held out, conversations', mean(some));
const all = fit(samples);
console.log(names.map((name, k) => `${name} ${(all[k] ?? 0).toFixed(2)}`).join(', '));

async function sample(of: Case): Promise<Sample> {
  const off: RecallStep[] = ['repetition'];
  const { results } = await of.ask(1000, { off });
  const wanted = new Set(of.relevant);
  return {
    of,
    documents: results.map((result) => result.documentId),
    values: names.map((name) =>
      Float64Array.from(results, (result) => (result.scores[name] ?? 0) / recallWeights[name]),
    ),
    relevant: results.map((result) => wanted.has(result.documentId)),
    weight: of.anyOf ? probeWeight : 1,
  };
}

/** Adam on the cross entropy; the decay keeps weights that do not matter small. */
function fit(on: readonly Sample[]): number[] {
  const weights = names.map(() => 1);
  const first = names.map(() => 0);
  const second = names.map(() => 0);
  const total = on.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((weight) => decay * weight);
    for (const one of on) {
      const share = softmax(one, weights);
      const target = targetOf(one, share);
      if (target === null) continue;
      for (const [k, values] of one.values.entries()) {
        let slope = 0;
        for (let i = 0; i < values.length; i++)
          slope += (values[i] ?? 0) * ((share[i] ?? 0) - (target[i] ?? 0));
        gradient[k] = (gradient[k] ?? 0) + (one.weight / total) * slope;
      }
    }
    for (const [k, slope] of gradient.entries()) {
      const m = (first[k] = 0.9 * (first[k] ?? 0) + 0.1 * slope) / (1 - 0.9 ** round);
      const v =
        (second[k] = 0.999 * (second[k] ?? 0) + 0.001 * slope * slope) / (1 - 0.999 ** round);
      weights[k] = (weights[k] ?? 0) - (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

/** Where the mass should be: evenly on all evidence, or on whichever of it comes easiest. Null without any. */
function targetOf({ of, relevant }: Sample, share: Float64Array): Float64Array | null {
  const mass = Float64Array.from(relevant, (is, i) => (is ? (of.anyOf ? (share[i] ?? 0) : 1) : 0));
  const sum = mass.reduce((a, b) => a + b, 0);
  return sum > 0 ? mass.map((value) => value / sum) : null;
}

function softmax(one: Sample, weights: readonly number[]): Float64Array {
  const sums = weighted(one, weights);
  const most = sums.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / all);
}

function weighted({ values, documents }: Sample, weights: readonly number[]): Float64Array {
  const sums = new Float64Array(documents.length);
  for (const [k, of] of values.entries())
    for (let i = 0; i < sums.length; i++)
      sums[i] = (sums[i] ?? 0) + (weights[k] ?? 0) * (of[i] ?? 0);
  return sums;
}

function score(one: Sample, weights: readonly number[]): Metrics {
  const sums = weighted(one, weights);
  const order = [...sums.keys()].toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  return measure(
    one.of,
    order.map((i) => one.documents[i] ?? ''),
  );
}

function print(label: string, m: Metrics): void {
  const percent = (share: number): string => (share * 100).toFixed(1);
  console.log(
    `${label.padEnd(28)} n ${m.questions}  R@5 ${percent(m.recall5)}  R@10 ${percent(m.recall10)}  MRR ${m.reciprocalRank.toFixed(3)}`,
  );
}
