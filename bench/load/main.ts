/** What a chat and a passage cost each program of the cluster: services as processes, on Postgres, Redis and Qdrant. Linux. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { startQdrant } from '../../packages/knowledge-qdrant/src/testing/qdrant-server.ts';
import { startScriptedEndpoint } from '../../packages/language/src/testing.ts';
import { startCluster, type Cluster } from '../../tests/harness/cluster.ts';
import { makeTexts } from '../measure/make-texts.ts';
import { progress } from '../measure/progress.ts';
import { model, reply } from '../turn/context.ts';
import { askForAWhile } from './ask-for-a-while.ts';
import { fillPersona } from './fill-persona.ts';
import { programs, useOf, type Program, type Use } from './processor-time.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    words: { type: 'string', default: '40' },
    people: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '30' },
    store: { type: 'string', default: 'qdrant' },
  },
});
const personaId = 'bench';
const settleMs = 5_000;
const idleSeconds = 15;
const texts = makeTexts(Number(values.documents), Number(values.words), 7);
const percentile = (of: readonly number[], share: number): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? Number.NaN;

/** Each of another text, so that nothing was asked before. */
function* questions(): Generator<string> {
  for (let i = 0; ; i += 1) {
    const words = (texts[(i * 37) % texts.length] ?? '').split(' ').slice(1, 9).join(' ');
    yield `Did you really ${words}, and what came of it (${i})?`;
  }
}

type Uses = Record<Program, Use>;
/** What a program uses each second while nobody asks: sweeps, health, statistics. */
let idle: Partial<Record<Program, number>> = {};
const perUnit = (before: Uses, after: Uses, units: number, seconds: number): string =>
  programs
    .map((name) => {
      const used = after[name].processorMs - before[name].processorMs;
      return `${name} ${((used - (idle[name] ?? 0) * seconds) / units).toFixed(2)}`;
    })
    .join(', ');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function chat(what: string, cluster: Cluster): Promise<void> {
  const to = { baseUrl: `${cluster.url}/v1`, key: cluster.key, model: personaId };
  const asked = questions();
  const [people, seconds] = [Number(values.people), Number(values.seconds)];
  await askForAWhile(to, { people: 1, seconds: 5, questions: asked });
  const before = await useOf(process.pid);
  const asking = await askForAWhile(to, { people, seconds, questions: asked });
  const after = await useOf(process.pid);
  const { firstMs, totalMs, chats, decisions, failed } = asking;
  say(`\n${what}: ${chats} chats in ${asking.seconds.toFixed(0)} s (${(chats / asking.seconds).toFixed(1)}/s), ${people} people, ${JSON.stringify(decisions)}, ${failed.length} failed`); // prettier-ignore
  for (const line of new Set(failed)) say(`  ${line}`);
  say(`  first word p50 ${percentile(firstMs, 0.5).toFixed(0)}, p95 ${percentile(firstMs, 0.95).toFixed(0)} ms; whole p50 ${percentile(totalMs, 0.5).toFixed(0)} ms`); // prettier-ignore
  say(`  processor ms a chat: ${perUnit(before, after, chats, asking.seconds)}`);
}

const store = await openStore();
await using endpoint = await startScriptedEndpoint([reply], { models: [model] });
const cluster = await startCluster({
  postgresUrl: undefined,
  env: {
    PERSONATE_RATE_LIMIT: '1000000',
    PERSONATE_KNOWLEDGE_STORE: values.store,
    // As they are by default; the harness has them short.
    PERSONATE_SWEEP_SECONDS: '15',
  },
  envOf: { ingestion: store.env },
});
try {
  say(`load ${loadavg()[0]?.toFixed(1)}, node ${process.version}, ${values.store}, ${texts.length} documents of ${values.words} words`); // prettier-ignore
  const empty = await useOf(process.pid);
  const startedAt = performance.now();
  const passages = await fillPersona(cluster, { personaId, texts });
  const filled = await useOf(process.pid);
  say(`\n${passages} passages in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  say(`  processor ms a passage: ${perUnit(empty, filled, passages, 0)}`);
  await sleep(settleMs);
  const quiet = await useOf(process.pid);
  await sleep(idleSeconds * 1_000);
  const later = await useOf(process.pid);
  idle = Object.fromEntries(
    programs.map((name) => [
      name,
      (later[name].processorMs - quiet[name].processorMs) / idleSeconds,
    ]),
  );
  say(`\nprocessor ms a second while nobody asks: ${programs.map((name) => `${name} ${idle[name]?.toFixed(1)}`).join(', ')}`); // prettier-ignore
  await chat('without a model', cluster);
  await cluster.restart('gateway', {
    PERSONATE_CHAT_MODEL: model,
    OPENAI_BASE_URL: endpoint.baseUrl,
  });
  progress('the gateway speaks by a scripted endpoint');
  await chat('with a model that answers at once', cluster);
  const end = await useOf(process.pid);
  say(`\nresident MB: ${programs.map((name) => `${name} ${Math.round(end[name].residentBytes / 1e6)}`).join(', ')}`); // prettier-ignore
  const [turns] = await cluster.rows<{ n: string; bytes: string }>(
    `SELECT count(*)::text AS n, (pg_total_relation_size('records.turn') + pg_total_relation_size('records.conversation'))::text AS bytes FROM records.turn`,
  );
  say(
    `bytes a turn in Postgres: ${Math.round(Number(turns?.bytes) / Number(turns?.n))} (${turns?.n} turns)`,
  );
  const sizes = await cluster.rows<{ name: string; bytes: string }>(`
    SELECT n.nspname || '.' || c.relname AS name, pg_total_relation_size(c.oid)::text AS bytes
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('records', 'corpus', 'serving', 'knowledge')
    ORDER BY pg_total_relation_size(c.oid) DESC LIMIT 8`);
  say(`bytes a passage in Postgres: ${sizes.map(({ name, bytes }) => `${name} ${Math.round(Number(bytes) / passages)}`).join(', ')}`); // prettier-ignore
  say(
    `bytes a passage in Qdrant: ${Math.round((await store.bytes()) / passages)}; load ${loadavg()[0]?.toFixed(1)}`,
  );
} finally {
  await cluster.stop();
  await store.stop();
}

async function openStore() {
  if (values.store !== 'qdrant')
    return { env: {}, bytes: async () => 0, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'personate-load-'));
  const qdrant = await startQdrant({ QDRANT__STORAGE__STORAGE_PATH: folder });
  return {
    env: { QDRANT_URL: qdrant.url, QDRANT_API_KEY: qdrant.apiKey },
    // Its files are sparse: what they take, not how long they are.
    async bytes() {
      const { stdout } = await promisify(execFile)('du', ['-s', '--block-size=1', folder]);
      return Number(stdout.split('\t')[0]);
    },
    async stop() {
      await qdrant.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
