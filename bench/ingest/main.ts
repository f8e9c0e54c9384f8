// node --conditions=@personate/source --import tsx bench/ingest/main.ts [--documents N] [--rounds N] [--runtime native|wasm] [--json]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTestCluster } from '@personate/test-cluster';
import { openEmbedder, openMiniLmEmbedder } from '../../packages/knowledge/src/index.ts';
import { makeTexts } from '../measure/make-texts.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { ingestOnce, type Ingested } from './ingest-once.ts';

const { values: flags } = parseArgs({
  options: {
    documents: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
    runtime: { type: 'string', default: 'native' },
    json: { type: 'boolean', default: false },
  },
});
const documents = Number(flags.documents);
const rounds = Number(flags.rounds);
const lengths = { 'posts of 25 words': 25, 'notes of 120 words': 120 };

interface Round {
  bare: number;
  service: Ingested;
  again: Ingested;
}

const embedder =
  flags.runtime === 'wasm'
    ? openMiniLmEmbedder()
    : openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') });
const runtime = flags.runtime === 'wasm' ? 'wasm' : 'native';
await using cluster = await openTestCluster({
  embedder,
  env: { PERSONATE_RATE_LIMIT: '1000000', PERSONATE_SWEEP_SECONDS: '60' },
});
const measured: Record<string, Round[]> = {};
// The first round warms up, and counts for nothing.
for (let round = 0; round <= rounds; round += 1) {
  for (const [label, words] of Object.entries(lengths)) {
    const texts = makeTexts(documents, words, round * 1_000 + words);
    const service = async (again: boolean): Promise<Ingested> =>
      ingestOnce(cluster, { personaId: `bench-${words}-${round}`, texts, again });
    const bare = async (): Promise<number> => {
      const beganAt = performance.now();
      await embedder.embed(texts, AbortSignal.timeout(600_000));
      return performance.now() - beganAt;
    };
    const one: Round =
      round % 2 === 0
        ? { bare: await bare(), service: await service(false), again: await service(true) }
        : { service: await service(false), bare: await bare(), again: await service(true) };
    if (round > 0) (measured[label] ??= []).push(one);
  }
  progress(round === 0 ? 'warm' : `round ${round} of ${rounds}`);
}

const rows = Object.entries(measured).flatMap(([label, all]): Row[] => {
  const rate = (what: string, unit: string, of: (round: Round) => number, ratio?: number): Row => ({
    what: `${label}: ${what}`,
    unit,
    ...summarise(all.map(of)),
    ...(ratio === undefined ? {} : { ratio }),
  });
  const perSecond = (count: number, ms: number): number => (count * 1_000) / ms;
  return [
    rate('bare embedder', 'passages/s', ({ bare }) => perSecond(documents, bare)),
    rate(
      'upload to searchable',
      'passages/s',
      ({ service }) => perSecond(service.passages, service.searchableMs),
      median(all.map(({ bare, service }) => bare / service.searchableMs)),
    ),
    rate('draft of the persona after it', 'ms', ({ service }) => service.draftMs),
    rate(
      'the same export again',
      'documents/s',
      ({ again }) => perSecond(documents, again.searchableMs),
      median(all.map(({ again, service }) => service.searchableMs / again.searchableMs)),
    ),
  ];
});
print({ bench: 'ingest', setting: { runtime, documents, rounds }, rows }, flags.json);
