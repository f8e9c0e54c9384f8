// Measures recall on a folder of conversations, or of personas with probes:
//   node --conditions=@personate/source --import tsx bench/recall/main.ts <folder> [--store memory|pgvector] [--ablation] [--self NAME]… [--least RATE]
import { parseArgs } from 'node:util';
import { recallScores, type RecallStep } from '../../packages/knowledge/src/index.ts';
import { readCases, type Case } from './cases.ts';
import { groupBy } from './group-by.ts';
import { mean, measure, percentile, type Metrics } from './metrics.ts';
import { openBench } from './open-bench.ts';

interface Measured extends Metrics {
  group: string;
  kind: string;
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string', default: 'memory' },
    ablation: { type: 'boolean', default: false },
    self: { type: 'string', multiple: true, default: [] },
    /** Fail where a conversation or persona has a lower recall@5, 0 to 1. */
    least: { type: 'string', default: '0' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name a folder');

const { signal } = new AbortController();
const bench = await openBench(flags.store);
const cases = await readCases({ ...bench, signal }, folder, flags.self);
const latencies: number[] = [];

const whole = await measureAll(cases, []);
print('all', mean(whole));
for (const [kind, of] of groupBy(whole, (m) => m.kind)) print(`kind ${kind}`, mean(of));
for (const [group, of] of groupBy(whole, (m) => m.group)) {
  const measured = mean(of);
  print(group, measured);
  if (measured.recall5 >= Number(flags.least)) continue;
  console.error(`${group}: recall@5 is below ${flags.least}`);
  process.exitCode = 1;
}
const [p50, p95] = [0.5, 0.95].map((share) => percentile(latencies, share).toFixed(1));
console.log(`recall without embedding: p50 ${p50} ms, p95 ${p95} ms`);
if (flags.ablation) {
  const names = Object.keys(recallScores) as Array<keyof typeof recallScores>;
  const steps: RecallStep[] = ['names', 'context', 'repetition', ...names];
  for (const step of steps) print(`without ${step}`, mean(await measureAll(cases, [step])));
}
await bench.close();

async function measureAll(all: readonly Case[], off: RecallStep[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { group, kind, relevant, anyOf, ask } of all) {
    const { results, timings } = await ask(20, { off });
    latencies.push(timings.understandMs + timings.searchMs + timings.rescoreMs);
    const found = results.map((result) => result.documentId);
    measured.push({ ...measure({ relevant, anyOf }, found), group, kind });
  }
  return measured;
}

function print(label: string, m: Metrics): void {
  const percent = (share: number): string => (share * 100).toFixed(1).padStart(5);
  console.log(
    [
      label.padEnd(20),
      `n ${String(m.questions).padStart(4)}`,
      `R@5 ${percent(m.recall5)}`,
      `R@10 ${percent(m.recall10)}`,
      `R@20 ${percent(m.recall20)}`,
      `MRR ${m.reciprocalRank.toFixed(3)}`,
      `nDCG@10 ${m.ndcg10.toFixed(3)}`,
    ].join('  '),
  );
}
