// node --conditions=@personate/source --import tsx bench/embed/main.ts [--texts N] [--words N] [--rounds N] [--json]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeTexts } from '../measure/make-texts.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { measureBatch, type Measured } from './measure-batch.ts';
import { openRuntime, type RuntimeName } from './open-runtime.ts';

const { values: flags } = parseArgs({
  options: {
    texts: { type: 'string', default: '128' },
    words: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const words = Number(flags.words);
// The bundled model on WebAssembly takes a text at a time whatever the batch: larger ones only hold up questions.
const cases: ReadonlyArray<{ runtime: RuntimeName; batchSize: number }> = [
  ...[1, 2, 4, 8, 16, 32].map((batchSize) => ({ runtime: 'native' as const, batchSize })),
  ...[1, 2, 8].map((batchSize) => ({ runtime: 'wasm' as const, batchSize })),
  ...[1, 8, 64].map((batchSize) => ({ runtime: 'endpoint' as const, batchSize })),
];
const modelDir = join(tmpdir(), 'personate-bench-model');
const opened = await Promise.all(cases.map((one) => openRuntime({ ...one, modelDir })));
const measured = cases.map((): Measured[] => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [i, queue] of opened.entries()) {
    // A tenth of them for the slow one: it is a rate that is measured.
    const count = Math.ceil(Number(flags.texts) / (cases[i]?.runtime === 'wasm' ? 10 : 1));
    const texts = makeTexts(count, words, round * 100 + i);
    measured[i]?.push(await measureBatch(queue, texts));
  }
  progress(`round ${round + 1} of ${rounds}`);
}
for (const queue of opened) await queue.close();

const rates = (i: number): number[] => (measured[i] ?? []).map(({ perSecond }) => perSecond);
const baseline = cases.findIndex(({ runtime, batchSize }) => runtime === 'wasm' && batchSize === 1);
const rows = cases.flatMap(({ runtime, batchSize }, i): Row[] => [
  {
    what: `${runtime}, ${batchSize} a batch: in bulk`,
    unit: 'texts/s',
    ...summarise(rates(i)),
    ratio: median(rates(i).map((rate, round) => rate / (rates(baseline)[round] ?? Number.NaN))),
  },
  {
    what: `${runtime}, ${batchSize} a batch: a question meanwhile`,
    unit: 'ms',
    ...summarise((measured[i] ?? []).flatMap(({ questionsMs }) => questionsMs)),
  },
]);
print({ bench: 'embed', setting: { texts: flags.texts, words, rounds }, rows }, flags.json);
