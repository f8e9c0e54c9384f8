import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createPersona, ingestDiary, openClient } from '../e2e/client.ts';
import { openCompose, type Compose } from '../e2e/compose.ts';
import { engineMissing } from '../e2e/engine.ts';
import { eventually } from '../harness/eventually.ts';
import { startBalancer } from './balancer.ts';
import { startLoad } from './cluster-load.ts';
import { openPromiseCheck } from './cluster-promises.ts';
import { measureFault, tableHead, toRow } from './measure-fault.ts';

// scripts/upgrade on a real engine, from the images of one version to those of another, under steady load: interrupted
// in its middle, called again, and believed in nothing that it says. docs/operations/faults.md says how it is run.
const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: 'latest' },
    store: { type: 'string', default: 'pgvector' },
    /** After how many replacements it is killed; 0 is never. */
    'kill-after': { type: 'string', default: '5' },
  },
});
const { from, to, store } = values;
assert.ok(from, '--from says which version the cluster is at first: its images have to be there');
const killAfter = Number(values['kill-after']);
const project = 'personate-upgrade';
const personaId = 'vera';
const files = ['docker-compose.yml', ...(store === 'qdrant' ? [] : ['infra/compose/pgvector.yml'])];
const firstPort = 18_807;
const ports = Array.from({ length: 10 }, (_, i) => firstPort + i);
const settings = (version: string): Record<string, string> => ({
  PERSONATE_VERSION: version,
  PERSONATE_HOST: '127.0.0.1',
  PERSONATE_PORT: `${firstPort}-${firstPort + ports.length - 1}`,
  PERSONATE_QUIET_SECONDS: '1',
  PERSONATE_SWEEP_SECONDS: '3',
  PERSONATE_RATE_LIMIT: '100000',
  // The balancer's port is another one at each run.
  PERSONATE_ALLOWED_HOSTS: '127.0.0.1',
});
const services = ['gateway', 'ingestion', 'evolution'];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @returns what it said, and its exit code: null when it was killed, with all that it had started. */
async function upgrade(
  folder: string,
  killAt: number,
): Promise<{ said: string; code: number | null }> {
  const child = spawn(resolve(import.meta.dirname, '../../scripts/upgrade'), [folder], {
    env: {
      ...process.env,
      ...settings(to),
      COMPOSE_PROJECT_NAME: project,
      COMPOSE_FILE: files.join(':'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  const kill = (): boolean => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  const tooLong = setTimeout(kill, 900_000);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    process.stderr.write(text);
    if (killAt > 0 && said.split('Replacing ').length - 1 === killAt) kill();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(tooLong);
  return { said, code };
}

async function checkVersions(cluster: Compose): Promise<void> {
  for (const service of services) {
    const running = await cluster.running(service);
    assert.equal(running.length, 2, `${service} runs ${running.length} times`);
    for (const name of running) {
      const { Config, State } = await cluster.inspect(name);
      assert.match(Config.Image, new RegExp(`-${service}:${to}$`), name);
      assert.equal(State.Health?.Status, 'healthy', name);
    }
  }
}

async function run(cluster: Compose, folder: string): Promise<void> {
  await cluster.up(services.flatMap((service) => ['--scale', `${service}=2`]));
  const key = (
    await cluster.compose(['exec', '-T', 'gateway', 'cat', '/run/personate/admin-key'])
  ).trim();
  const balancer = await startBalancer(ports);
  try {
    const client = openClient(balancer.url, key);
    await createPersona(client, personaId);
    await ingestDiary(client, personaId);
    const load = startLoad(async () => [balancer.url], key, personaId);
    await eventually('the load runs', 60_000, async () =>
      load.told.length > 2 && load.uploads.length > 0 ? true : undefined,
    );
    const startedAt = performance.now();
    const measured = await measureFault({ load, client, personaId }, async () => {
      const backup = join(folder, 'before');
      if (killAfter > 0) {
        const first = await upgrade(backup, killAfter);
        assert.equal(first.code, null, `it was to be killed, and ended with ${first.code}`);
      }
      const { code, said } = await upgrade(backup, 0);
      assert.equal(code, 0, said);
      assert.match(said, /Upgraded, and it serves\. The backup of before is in/);
      await checkVersions(cluster);
    });
    say(tableHead.join('\n'));
    say(toRow(`upgrade from ${from} to ${to}`, 'the cluster', measured));
    say(`It took ${((performance.now() - startedAt) / 1_000).toFixed(0)} s.`);
    await load.stop();
    const promises = openPromiseCheck(client, personaId, load);
    await promises.check();
    say(promises.summary());
    assert.equal(measured.failed, 0, 'requests failed');
  } finally {
    await balancer.close();
  }
}

const missing = await engineMissing();
if (missing === null) {
  const cluster = openCompose({ project, files, env: settings(from) });
  const folder = await mkdtemp(join(tmpdir(), 'personate-upgrade-'));
  await cluster.down(['-v']);
  try {
    await run(cluster, folder);
  } catch (error) {
    say((await cluster.logs()).split('\n').slice(-60).join('\n'));
    throw error;
  } finally {
    await cluster.down(['-v']);
    await rm(folder, { recursive: true, force: true });
  }
} else say(`\nSKIPPED: nothing was upgraded: ${missing}.\n`);
