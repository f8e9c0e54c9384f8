import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPersona, ingestDiary, openClient } from '../e2e/client.ts';
import { openCompose, type Compose } from '../e2e/compose.ts';
import { docker, engineMissing } from '../e2e/engine.ts';
import { eventually } from '../harness/eventually.ts';
import { openPromiseCheck } from './cluster-promises.ts';
import { startLoad } from './cluster-load.ts';
import { measureFault, tableHead, toRow } from './measure-fault.ts';

// Kills, pauses and unplugs each part of the compose cluster under steady load, and checks the promises after. Needs a
// Docker engine and the images: docs/operations/faults.md says how it is run, and what came of it.
const { values, positionals } = parseArgs({
  options: {
    store: { type: 'string', default: 'pgvector' },
    'pause-seconds': { type: 'string', default: '30' },
    /** All faults once; then all again, until so long has passed. */
    minutes: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});
const project = 'personate-faults';
const personaId = 'vera';
const pauseMs = Number(values['pause-seconds']) * 1_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const killMainProcess =
  'for s in $(grep -l "^PPid:[[:space:]]*1$" /proc/[0-9]*/status); do p=${s#/proc/}; kill -9 ${p%/status}; done';

type Fault = (name: string, cluster: Compose) => Promise<void>;
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
  // From all others: packets and the name are gone, and nobody is told. Plugged in again, it may have another address.
  async cut(name, cluster) {
    const network = `${project}_data`;
    const { NetworkSettings } = await cluster.inspect(name);
    const aliases = NetworkSettings.Networks[network]?.Aliases ?? [];
    await docker(['network', 'disconnect', network, name]);
    await sleep(pauseMs);
    const named = aliases.flatMap((alias) => ['--alias', alias]);
    await docker(['network', 'connect', ...named, network, name]);
  },
};

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
  say(tableHead.join('\n'));
  const startedAt = performance.now();
  const rounds = Object.keys(faults).flatMap((fault) =>
    services.filter((one) => one !== 'pgvector').map((service) => ({ fault, service })),
  );
  do {
    for (const { fault, service } of rounds) {
      const [name] = await cluster.running(service);
      assert.ok(name, `no container of ${service} runs`);
      const measured = await measureFault({ load, client, personaId }, async () =>
        faults[fault]?.(name, cluster),
      );
      say(toRow(fault, name.replace(`${project}-`, ''), measured));
    }
  } while (performance.now() - startedAt < Number(values.minutes) * 60_000);
  await load.stop();
  const ms = load.sent.map((one) => one.endedAt - one.startedAt).toSorted((a, b) => a - b);
  const at = (share: number) => ((ms[Math.floor(ms.length * share)] ?? NaN) / 1_000).toFixed(2);
  const failed = load.sent.filter(({ error }) => error !== null).length;
  say(
    `\n${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes, ${ms.length} requests, ${failed} failed; half took ${at(0.5)} s, 95 % at most ${at(0.95)} s.`,
  );
  const promises = openPromiseCheck(client, personaId, load);
  await promises.check();
  say(`\n${promises.summary()}`);
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
