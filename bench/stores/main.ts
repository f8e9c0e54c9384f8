// Recall's latency on each store, interleaved with plain queries on the same database:
//   node --conditions=@personate/source --import tsx bench/stores/main.ts [--passages 1000,10000] [--stores memory,pglite,postgres,qdrant] [--json]
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  openEmbedder,
  recall,
  type Embedder,
  type EmbeddedPassage,
  type GenerationSpec,
} from '../../packages/knowledge/src/index.ts';
import { progress } from '../measure/progress.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';
import { print, type Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { openStore, storeNames, type StoreName } from './open-stores.ts';
import { loadPlain, plainDense, plainHybrid } from './plain-hybrid.ts';
import { dimensions, Zipf, type Asked } from './zipf.ts';

const { values: flags } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000' },
    stores: { type: 'string', default: storeNames.join(',') },
    questions: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const { signal } = new AbortController();
const documentsPerStep = 64;
const searching = '· search, neighbours';
const processor = 'processor time of this process';
const embedder = openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') });
const { answer: shipped } = await shippedQuestions('mara-lindqvist');
const rows: Row[] = [];

for (const size of flags.passages.split(',').map(Number))
  for (const name of storeNames.filter((one) => flags.stores.split(',').includes(one)))
    await measure(name, size);
await embedder.close();
print(
  { bench: 'stores', setting: { questions: flags.questions, embedder: embedder.identity }, rows },
  flags.json,
);

async function measure(name: StoreName, size: number): Promise<void> {
  const world = new Zipf(size);
  const passages = threaded(Array.from({ length: size }, (_, n) => world.passage(n)));
  const opened = await openStore(name);
  const { stores, pool, qdrant } = opened;
  const spec: GenerationSpec = {
    personaId: 'bench',
    personaUid: randomUUID(),
    generation: 1,
    embeddingIdentity: embedder.identity,
    dimensions,
    averageLength: 20,
  };
  progress(`${name}, ${size} passages: load`);
  const writer = await stores.writer(spec, signal);
  const startedAt = performance.now();
  for (let from = 0; from < size; from += documentsPerStep) {
    const some = passages.slice(from, from + documentsPerStep);
    await writer.replaceDocuments(
      some.map(({ documentKey }) => documentKey),
      some,
      signal,
    );
  }
  const loadedMs = performance.now() - startedAt;
  opened.count?.(passages);
  const countedMs = performance.now() - startedAt - loadedMs;
  await writer.settle(signal);
  await qdrant?.optimised(spec, signal);
  const settledMs = performance.now() - startedAt - loadedMs - countedMs;
  const label = (what: string): string => `${name} ${size}: ${what}`;
  rows.push({ what: label('load'), unit: 'passages/s', ...summarise([(size / loadedMs) * 1000]) });
  rows.push({ what: label('settle'), unit: 'ms', ...summarise([settledMs]) });
  if (pool !== undefined) await loadPlain(pool, passages);

  progress(`${name}, ${size} passages: ask`);
  const store = await stores.reader(spec, signal);
  const times = new Map<string, number[]>();
  const note = (what: string, ms: number): void => {
    times.set(what, [...(times.get(what) ?? []), ms]);
  };
  const questions = Array.from({ length: Number(flags.questions) }, () => world.question());
  const termsOf = new Map<Asked, ReadonlyMap<string, number>>();
  for (const question of questions)
    termsOf.set(question, (await qdrant?.weigh(spec, question, signal)) ?? new Map());
  for (const [i, question] of [...questions.slice(0, 5), ...questions].entries()) {
    const warm = i >= 5;
    // Invented words fall into three times as many tokens as a person's, and embedding takes longer by that.
    const spoken = shipped[i % shipped.length] ?? question.text;
    const deps = { store, embedder: meaning(question, spoken) };
    const asked = { question: question.text, selfNames: [], k: 10, audience: ['public'], signal };
    const from = performance.now();
    const busyFrom = busyMs();
    const { results, timings } = await recall(deps, asked);
    const wholeMs = performance.now() - from;
    const wholeBusyMs = busyMs() - busyFrom;
    if (results.length === 0) throw new Error(`${name} found nothing for "${question.text}"`);
    if (warm) {
      note('text in, evidence out', wholeMs);
      note(`· ${processor}`, wholeBusyMs);
      note('· understand', timings.understandMs);
      note('· embed', timings.embedMs);
      note(searching, timings.searchMs);
      note('· rescore, context', timings.rescoreMs);
    }
    // As many as a turn reads.
    const ids = results
      .flatMap(({ passageId, context }) => [passageId, ...context.map((near) => near.passageId)])
      .slice(0, 36);
    const sentencesMs = await timed(() => store.sentences(ids, { audience: ['public'] }, signal));
    if (warm) note('and the sentences of what was found', sentencesMs);
    if (qdrant !== undefined) {
      const terms = termsOf.get(question) ?? new Map<string, number>();
      const queryMs = await timed(() => qdrant.hybrid(spec, question, terms, signal));
      const hybridMs = await timed(async () => {
        await embedder.embed([spoken], signal, { urgent: true });
        await qdrant.hybrid(spec, question, terms, signal);
      });
      if (warm) {
        note('(a) the bare hybrid query of Qdrant', queryMs);
        note('(b) embed, then that', hybridMs);
      }
    }
    if (pool === undefined) continue;
    const denseMs = await timed(() => plainDense(pool, question.vector));
    const hybridFrom = busyMs();
    const hybridMs = await timed(async () => {
      await embedder.embed([spoken], signal, { urgent: true });
      await plainHybrid(pool, question);
    });
    if (!warm) continue;
    note('(a) the bare vector query', denseMs);
    note('(b) embed, dense + full-text in SQL', hybridMs);
    note(`(b), ${processor}`, busyMs() - hybridFrom);
  }
  const plain = [...times].find(([what]) => what.startsWith('(b)'))?.[1] ?? [];
  const plainBusy = times.get(`(b), ${processor}`) ?? [];
  const bare = times.get('(a) the bare hybrid query of Qdrant') ?? [];
  for (const [what, all] of times) {
    const against =
      what === 'text in, evidence out'
        ? plain
        : what === `· ${processor}`
          ? plainBusy
          : what === searching
            ? bare
            : [];
    const ratio = summarise(all).median / median(against);
    rows.push({
      what: label(what),
      unit: 'ms',
      ...summarise(all),
      ...(Number.isNaN(ratio) ? {} : { ratio }),
    });
    if (what.startsWith('text') || (what.startsWith('(') && !what.endsWith(processor)))
      rows.push({
        what: label(`${what}, p95`),
        unit: 'ms',
        ...summarise([percentile(all, 0.95)]),
      });
  }
  await stores.close();
  await opened.close();
}

/** Threads of ten, each passage with its two neighbours on both sides. */
function threaded(passages: readonly EmbeddedPassage[]): EmbeddedPassage[] {
  return passages.map((passage, i) => {
    const from = i - (i % 10);
    const ids = passages.slice(from, from + 10).map(({ passageId }) => passageId);
    const at = i - from;
    return {
      ...passage,
      thread: `t${from}`,
      before: ids.slice(Math.max(0, at - 2), at).toReversed(),
      after: ids.slice(at + 1, at + 3),
    };
  });
}

/** Embeds a real question for the time it takes; the vector is the invented one's own, for its words mean nothing. */
function meaning({ vector }: Asked, spoken: string): Embedder {
  return {
    identity: embedder.identity,
    dimensions: embedder.dimensions,
    maxTokens: embedder.maxTokens,
    countTokens: (text) => embedder.countTokens(text),
    async embed(texts, within, options) {
      await embedder.embed([spoken], within, options);
      return texts.map(() => vector);
    },
    close: () => Promise.resolve(),
  };
}

/** Of all threads of this process: what load does not stretch as it does the clock. A server's is not in it. */
function busyMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
