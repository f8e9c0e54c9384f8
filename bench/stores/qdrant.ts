// Recall's search on a real Qdrant against the bare hybrid query of the same Qdrant:
//   node --conditions=@personate/source --import tsx bench/stores/qdrant.ts [--passages 1000,10000,100000] [--json]
// It starts the `qdrant` on the PATH (or PERSONATE_TEST_QDRANT_BIN), with tokens switched on.
import { parseArgs } from 'node:util';
import {
  analyse,
  countedStores,
  generationName,
  MemoryGenerationStatistics,
  recall,
  sparseQuery,
  type Embedder,
  type EmbeddedPassage,
  type KnowledgeReader,
} from '../../packages/knowledge/src/index.ts';
import { weighTerms } from '../../packages/knowledge/src/recall/weigh-terms.ts';
import { QdrantConnection } from '../../packages/knowledge-qdrant/src/qdrant-connection.ts';
import { QdrantKnowledgeStores } from '../../packages/knowledge-qdrant/src/index.ts';
import { MemoryReadGrants } from '../../packages/knowledge-qdrant/tests/support/memory-read-grants.ts';
import { newSpec } from '../../packages/knowledge-qdrant/tests/support/passages.ts';
import { startQdrant } from '../../packages/knowledge-qdrant/tests/support/qdrant-server.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { dimensions, Zipf, type Asked } from './zipf.ts';

const { values: flags } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000' },
    questions: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const { signal } = new AbortController();
const embeddingIdentity = `bench/${dimensions}`;
const rows: Row[] = [];
const limit = 30;
const threadLength = 20;

for (const size of flags.passages.split(',').map(Number)) {
  const server = await startQdrant();
  try {
    await measure(size, server);
  } finally {
    await server.stop();
  }
}
print(
  { bench: 'Qdrant', setting: { questions: flags.questions, rounds: flags.rounds, limit }, rows },
  flags.json,
);

async function measure(size: number, { url, apiKey }: { url: string; apiKey: string }) {
  const grants = new MemoryReadGrants();
  const statistics = new MemoryGenerationStatistics();
  const stores = new QdrantKnowledgeStores({ url, apiKey, grants, statistics });
  const spec = newSpec({ embeddingIdentity, dimensions });
  progress(`${size}: writing`);
  const world = new Zipf(size);
  const passages = inThreads(Array.from({ length: size }, (_, n) => world.passage(n)));
  const writer = await countedStores(stores, statistics).writer(spec, signal);
  const writeMs = await timed(async () => {
    for (let from = 0; from < size; from += 128) {
      const some = passages.slice(from, from + 128);
      await writer.replaceDocuments(some.map(({ documentKey }) => documentKey), some, signal); // prettier-ignore
    }
  });
  add(`${size}: written`, [(size / writeMs) * 1000], 'passages/s');
  await optimised(url, apiKey, generationName(spec));

  // Statistics are asked of the records in real life; here each question's are asked once, before.
  const questions = Array.from({ length: Number(flags.questions) }, () => world.question());
  const asked = new Map<Asked, ReadonlyMap<string, number>>();
  for (const question of questions) {
    const terms = [...new Set(analyse(question.text, 'en'))];
    asked.set(question, weighTerms(terms, await statistics.terms(spec, terms, signal)));
  }
  const reader = await stores.reader(spec, signal);
  const token = (await grants.find(spec))?.token ?? '';
  const bare = new QdrantConnection({ url, key: token, timeoutMs: 10_000 });
  const collection_name = generationName(spec);

  const times = { bare: [] as number[], candidates: [] as number[], search: [] as number[] };
  for (let round = 0; round <= Number(flags.rounds); round++)
    for (const question of questions) {
      const terms = asked.get(question) ?? new Map<string, number>();
      const query = { vector: question.vector, terms, limit, audience: ['public'] };
      const bareMs = await timed(() =>
        bare.call(
          (api, init) =>
            api.queryPoints(
              {
                collection_name,
                prefetch: [
                  { query: Array.from(question.vector), using: 'dense', limit },
                  { query: { ...sparseQuery(terms) }, using: 'terms', limit },
                ],
                query: { fusion: 'rrf' },
                limit,
                with_payload: true,
              },
              init,
            ),
          { signal },
        ),
      );
      const candidatesMs = await timed(() => reader.candidates(query, signal));
      const searchMs = await searched(reader, question, terms);
      // The first round warms up.
      if (round === 0) continue;
      times.bare.push(bareMs);
      times.candidates.push(candidatesMs);
      times.search.push(searchMs);
    }
  add(`${size}: bare hybrid query`, times.bare, 'ms');
  add(`${size}: candidates`, times.candidates, 'ms', times.bare);
  add(`${size}: recall's search`, times.search, 'ms', times.bare);
}

/** Recall's search as it is: candidates, their neighbours, and what stands around those. */
async function searched(
  reader: KnowledgeReader,
  question: Asked,
  terms: ReadonlyMap<string, number>,
): Promise<number> {
  const frequency = new Map([...terms.keys()].map((term) => [term, 1]));
  const store: KnowledgeReader = {
    isolation: reader.isolation,
    embeddingIdentity,
    candidates: (query, abort) => reader.candidates({ ...query, terms }, abort),
    passages: (ids, query, abort) => reader.passages(ids, { ...query, terms }, abort),
    termStatistics: async () => ({ passages: 1_000, averageLength: 20, frequency }),
    authors: async () => [],
    statistics: (abort) => reader.statistics(abort),
  };
  const embedder: Pick<Embedder, 'identity' | 'maxTokens' | 'countTokens' | 'embed'> = {
    identity: embeddingIdentity,
    maxTokens: 256,
    countTokens: async () => 8,
    embed: async () => [question.vector],
  };
  const { timings } = await recall(
    { store, embedder: embedder as Embedder },
    { question: question.text, k: 10, audience: ['public'], signal, selfNames: [] },
  );
  return timings.searchMs;
}

/** Twenty passages are a thread, each with its two neighbours on either side. */
function inThreads(passages: EmbeddedPassage[]): EmbeddedPassage[] {
  return passages.map((passage, n) => {
    const first = n - (n % threadLength);
    const idsOf = (places: number[]): string[] =>
      places
        .filter((place) => place >= first && place < first + threadLength)
        .flatMap((place) => passages[place]?.passageId ?? []);
    return {
      ...passage,
      thread: `t${first}`,
      before: idsOf([n - 1, n - 2]),
      after: idsOf([n + 1, n + 2]),
    };
  });
}

/** Waits until Qdrant has built its graph, so that it does not search and build at once. */
async function optimised(url: string, key: string, collection_name: string): Promise<void> {
  const admin = new QdrantConnection({ url, key, timeoutMs: 10_000 });
  for (let tries = 0; tries < 3_000; tries++) {
    const info = await admin.call((api, init) => api.getCollection({ collection_name }, init), {
      signal,
    });
    if (info.status === 'green') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Qdrant was not done within five minutes');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function add(what: string, values: readonly number[], unit: string, against?: readonly number[]) {
  const ratio = against === undefined ? {} : { ratio: median(values) / median(against) };
  rows.push({ what, unit, ...summarise(values), ...ratio });
  const p95 = values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)];
  if (values.length > 1) rows.push({ what: `${what}, p95`, unit, ...summarise([p95 ?? Number.NaN]) });
}
