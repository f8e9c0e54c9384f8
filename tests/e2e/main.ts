import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { checkConfined, checkNoWayOut, checkSecrets } from './check-confined.ts';
import { checkEgress } from './check-egress.ts';
import { checkRestore } from './check-restore.ts';
import { checkKept, checkTasks, checkWork } from './check-work.ts';
import { openClient } from './client.ts';
import { openCompose, type Store } from './compose.ts';
import { engineMissing, hasImage } from './engine.ts';
import { compressedBytes, startMs } from './figures.ts';

const { values } = parseArgs({
  options: {
    /** Qdrant where its image can be had, else pgvector. */
    store: { type: 'string' },
    /** The images are there already. */
    'no-build': { type: 'boolean', default: false },
    /** Also how large they are, compressed. */
    size: { type: 'boolean', default: false },
    /** Leaves it up at the end. */
    keep: { type: 'boolean', default: false },
  },
});
const project = 'personate-e2e';
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function chooseStore(): Promise<Store> {
  if (values.store === 'qdrant' || values.store === 'pgvector') return values.store;
  assert.equal(values.store, undefined, 'a store is qdrant or pgvector');
  const image = process.env['QDRANT_IMAGE'] ?? 'qdrant/qdrant:v1.18.2-unprivileged';
  if (await hasImage(image)) return 'qdrant';
  say(`\nNOT TESTED with Qdrant: its image ${image} cannot be had here. Tested with pgvector.\n`);
  return 'pgvector';
}

async function step<Result>(promise: string, check: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await check();
  const told = typeof result === 'string' ? `: ${result}` : '';
  say(`ok  ${promise}${told} (${seconds(performance.now() - startedAt)})`);
  return result;
}

async function main(): Promise<void> {
  const missing = await engineMissing();
  if (missing !== null) {
    say(`\nSKIPPED: the cluster of docker-compose.yml was NOT tested: ${missing}.\n`);
    return;
  }
  const store = await chooseStore();
  const files = [
    'docker-compose.yml',
    ...(store === 'qdrant' ? [] : ['infra/compose/pgvector.yml']),
  ];
  const env = {
    PERSONATE_HOST: '127.0.0.1',
    PERSONATE_PORT: '18787-18796',
    PERSONATE_QUIET_SECONDS: '2',
    PERSONATE_SWEEP_SECONDS: '2',
  };
  const cluster = openCompose({ project, files, env });
  const opened = (allow: string) =>
    openCompose({
      project,
      files: [...files, 'infra/compose/egress.yml'],
      env: { ...env, EGRESS_ALLOW: allow },
    });
  const reopen = async (allow: string): Promise<void> => {
    await opened(allow).up();
  };
  // Of all files: a network that a file does not name would stay.
  const down = () => opened('nobody.example:443').down(['-v', '--remove-orphans']);
  await down();
  try {
    await check(cluster, reopen);
  } catch (error) {
    const logs = await cluster.logs().catch(() => '');
    say(`${logs.split('\n').slice(-80).join('\n')}\n`);
    throw error;
  } finally {
    if (!values.keep) await down();
  }
  say('\nThe cluster does what it promises.');
}

async function check(
  cluster: ReturnType<typeof openCompose>,
  reopen: (allow: string) => Promise<void>,
): Promise<void> {
  if (!values['no-build'])
    await step('the images are built', () =>
      cluster.compose(['build'], 1_800_000).then(() => undefined),
    );
  await step('it comes up and is healthy', async () => seconds(await cluster.up()));
  const keyOf = async () =>
    (await cluster.compose(['exec', '-T', 'gateway', 'cat', '/run/personate/admin-key'])).trim();
  const key = await keyOf();
  const gateways = async () =>
    Promise.all(
      (await cluster.running('gateway')).map(async (name) =>
        openClient(await cluster.urlOf(name), key),
      ),
    );
  const [first] = await gateways();
  assert.ok(first);
  await step('each service starts in a few seconds', async () => {
    const times = [];
    for (const service of ['gateway', 'ingestion', 'evolution'])
      for (const name of await cluster.running(service))
        times.push(`${service} ${seconds((await startMs(cluster, name)) ?? NaN)}`);
    return times.join(', ');
  });
  await step('nobody is root, nothing is writable, only the gateway is reached', () =>
    checkConfined(cluster, project),
  );
  await step('an export becomes an answer with evidence, and conversations a new version', () =>
    checkWork(first, 'vera'),
  );
  await step('nothing gets out of the cluster', async () =>
    checkNoWayOut([...(await cluster.running('gateway')), ...(await cluster.running('ingestion'))]),
  );
  await step('no secret is told', async () => `${await checkSecrets(cluster)} looked for`);
  await step('two of each come up', async () =>
    seconds(
      await cluster.up([
        '--scale',
        'gateway=2',
        '--scale',
        'ingestion=2',
        '--scale',
        'evolution=2',
      ]),
    ),
  );
  await step('both gateways answer from what one was given', async () => {
    const two = await gateways();
    assert.equal(two.length, 2);
    for (const [i, client] of two.entries()) {
      await checkKept(client, 'vera');
      await checkWork(client, `vera-${i}`);
      await checkTasks(client, `vera-${i}`);
    }
  });
  await step('restarted, it has forgotten nothing', async () => {
    await cluster.compose(['restart', '-t', '30'], 300_000);
    await cluster.up(['--scale', 'gateway=2', '--scale', 'ingestion=2', '--scale', 'evolution=2']);
    for (const client of await gateways()) await checkKept(client, 'vera');
  });
  await step('it stops in time and by itself', async () => {
    const startedAt = performance.now();
    await cluster.compose(['stop', '-t', '30'], 120_000);
    const tookMs = performance.now() - startedAt;
    assert.ok(tookMs < 60_000, `it took ${seconds(tookMs)}`);
    const killed = (await cluster.containers()).filter(({ exitCode }) => exitCode !== 0);
    assert.deepEqual(killed, [], 'containers that did not end by themselves');
  });
  await step('taken down and brought up again, it has forgotten nothing', async () => {
    await cluster.down();
    await cluster.up();
    for (const client of await gateways()) await checkKept(client, 'vera');
  });
  await step(
    'backed up, lost and restored, it answers the same, and nothing erased comes back',
    () =>
      checkRestore(cluster, 'vera', async () => {
        const [name = ''] = await cluster.running('gateway');
        return openClient(await cluster.urlOf(name), await keyOf());
      }),
  );
  await step('what is reached outside is what is listed, and that by the proxy alone', () =>
    checkEgress(reopen, (service) => cluster.running(service)),
  );
  if (values.size)
    await step('the images are small enough to pull', async () => {
      const image =
        (await cluster.compose(['config', '--images'])).match(/\S+-gateway:\S+/)?.[0] ?? '';
      const bytes = await compressedBytes(image);
      assert.ok(bytes < 400e6, `${image} has ${bytes} bytes`);
      return `${Math.round(bytes / 1e6)} MB compressed`;
    });
}

await main();
