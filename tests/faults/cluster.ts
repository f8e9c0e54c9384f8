import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPersona, ingestDiary, openClient, type Client } from '../e2e/client.ts';
import { openCompose, type Compose } from '../e2e/compose.ts';
import { docker, engineMissing } from '../e2e/engine.ts';
import { eventually } from '../harness/eventually.ts';
import { checkPromises } from './cluster-promises.ts';
import { startLoad, type Load } from './cluster-load.ts';

// Kills and pauses each part of the compose cluster under steady load, and checks the promises after. Needs a Docker
// engine and the images: docs/operations/faults.md says how it is run, and what came of it.
const { values, positionals } = parseArgs({
  options: {
    store: { type: 'string', default: 'pgvector' },
    'pause-seconds': { type: 'string', default: '30' },
  },
  allowPositionals: true,
});
const project = 'personate-faults';
const personaId = 'vera';
const pauseMs = Number(values['pause-seconds']) * 1_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const killMainProcess =
  'for s in $(grep -l "^PPid:[[:space:]]*1$" /proc/[0-9]*/status); do p=${s#/proc/}; kill -9 ${p%/status}; done';

type Fault = (name: string) => Promise<void>;
const faults: Record<string, Fault> = {
  // From inside: a container that the engine is told to kill is not started again.
  async kill(name) {
    await docker(['exec', name, 'sh', '-c', killMainProcess]).catch(() => undefined);
    await eventually(`${name} runs again`, 120_000, async () => {
      const state = await docker(['inspect', '-f', '{{.State.Health.Status}}', name]);
      return state.trim() === 'healthy' ? true : undefined;
    });
  },
  async pause(name) {
    await docker(['pause', name]);
    await sleep(pauseMs);
    await docker(['unpause', name]);
  },
};

/** @returns a row of the table: what clients saw, and how long the workers took to catch up. */
async function inject(fault: string, name: string, load: Load, client: Client): Promise<string> {
  const from = performance.now();
  await faults[fault]?.(name);
  const endedAt = performance.now();
  await eventually('the workers have caught up', 240_000, async () => {
    const last = load.uploads.at(-1);
    const { user } = load.told.at(-1) ?? { user: '' };
    const job = await client.call<{ status: string }>(
      'GET',
      `/v1/personas/${personaId}/ingestions/${last}`,
    );
    const { items } = await client.call<{ items: unknown[] }>(
      'GET',
      `/v1/personas/${personaId}/memories?user=${user}`,
    );
    return job.status === 'done' && items.length > 0 ? true : undefined;
  });
  const caughtUpMs = performance.now() - endedAt;
  const seen = load.sent.filter((one) => one.endedAt >= from);
  const failed = seen.filter(({ error }) => error !== null);
  const slowest = Math.max(0, ...seen.map((one) => one.endedAt - one.startedAt));
  const answeredAt = seen.filter(({ error }) => error === null).map((one) => one.endedAt);
  const times = [from, ...answeredAt.toSorted((a, b) => a - b)];
  const gap = Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? at)));
  const s = (ms: number) => (ms / 1000).toFixed(1);
  const why = [...new Set(failed.map(({ error }) => error?.replace(/[{"].*$/u, '').trim()))];
  return `| ${fault} | ${name.replace(`${project}-`, '')} | ${seen.length} | ${failed.length} | ${s(slowest)} | ${s(gap)} | ${s(caughtUpMs)} | ${why.join('; ')} |`;
}

async function run(cluster: Compose): Promise<void> {
  await cluster.up(['--scale', 'gateway=2', '--scale', 'ingestion=2', '--scale', 'evolution=2']);
  const key = (
    await cluster.compose(['exec', '-T', 'gateway', 'cat', '/run/personate/admin-key'])
  ).trim();
  const urls = async () =>
    Promise.all((await cluster.running('gateway')).map((name) => cluster.urlOf(name)));
  // The second one: the first is killed and paused.
  const client = openClient((await urls())[1] ?? '', key);
  await createPersona(client, personaId);
  await ingestDiary(client, personaId);
  const load = startLoad(urls, key, personaId);
  await eventually('the load runs', 60_000, async () =>
    load.told.length > 2 && load.uploads.length > 0 ? true : undefined,
  );
  const services =
    positionals.length > 0
      ? positionals
      : ['gateway', 'ingestion', 'evolution', 'postgres', 'redis', values.store];
  say(
    '| fault | of | requests | failed | slowest, s | longest without an answer, s | caught up after, s | said |',
  );
  say('|---|---|---|---|---|---|---|---|');
  for (const fault of Object.keys(faults))
    for (const service of services.filter((one) => one !== 'pgvector')) {
      const [name] = await cluster.running(service);
      assert.ok(name, `no container of ${service} runs`);
      say(await inject(fault, name, load, client));
    }
  await load.stop();
  say(`\n${await checkPromises(client, personaId, load)}`);
}

const missing = await engineMissing();
if (missing === null) {
  const cluster = openCompose({
    project,
    files: [
      'docker-compose.yml',
      ...(values.store === 'qdrant' ? [] : ['infra/compose/pgvector.yml']),
    ],
    env: {
      PERSONATE_HOST: '127.0.0.1',
      PERSONATE_PORT: '18797-18806',
      PERSONATE_QUIET_SECONDS: '1',
      PERSONATE_SWEEP_SECONDS: '3',
      PERSONATE_RATE_LIMIT: '100000',
    },
  });
  await cluster.down(['-v']);
  try {
    await run(cluster);
  } catch (error) {
    say((await cluster.logs()).split('\n').slice(-60).join('\n'));
    throw error;
  } finally {
    await cluster.down(['-v']);
  }
} else say(`\nSKIPPED: no fault was injected: ${missing}.\n`);
