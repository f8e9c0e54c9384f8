import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { createPersona, ingestDiary, openClient } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import { startLoad } from './cluster-load.ts';
import { checkPromises } from './cluster-promises.ts';
import { measureFault, tableHead, toRow } from './measure-fault.ts';
import { startProcessCluster } from './process-cluster.ts';
import { faultsOf } from './process-faults.ts';

// What needs no container engine: cables that are cut, stores that are full, clocks that are apart, an upgrade, each
// under steady load, over real stores; and the promises after. docs/operations/faults.md says what came of it.
const { values, positionals } = parseArgs({
  options: {
    store: { type: 'string', default: 'pgvector' },
    'hold-seconds': { type: 'string', default: '12' },
    talkers: { type: 'string', default: '2' },
  },
  allowPositionals: true,
});
const store = values.store === 'qdrant' ? 'qdrant' : 'pgvector';
const personaId = 'vera';
/** Whatever is broken, a client hears of it by then. */
const mostMs = 65_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shell = promisify(execFile);

const cluster = await startProcessCluster({ store });
let disk = false;
try {
  // Only a small disk can be filled without harm to others.
  disk = await shell('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', cluster.uploadsDir]).then(
    () => true,
    () => false,
  );
  if (!disk) say('SKIPPED: the full disk: no small one can be mounted here.');
  const { balancer } = cluster;
  const client = openClient(balancer.url, cluster.key);
  await createPersona(client, personaId);
  await ingestDiary(client, personaId);
  const load = startLoad(async () => [balancer.url], cluster.key, personaId, {
    talkers: Number(values.talkers),
    uploadEveryMs: 10_000,
  });
  await eventually('the load runs', 60_000, async () =>
    load.told.length > 2 && load.uploads.length > 0 ? true : undefined,
  );
  const faults = faultsOf({ store, disk }).filter(
    ({ name, of }) =>
      positionals.length === 0 || positionals.some((wanted) => `${name} ${of}`.includes(wanted)),
  );
  assert.ok(faults.length > 0, `there is no fault like ${positionals.join(', ')}`);
  const wrong: string[] = [];
  say(tableHead.join('\n'));
  for (const fault of faults) {
    const measured = await measureFault({ load, client, personaId }, () =>
      fault.run({ cluster, client, personaId, holdMs: Number(values['hold-seconds']) * 1_000 }),
    );
    say(toRow(fault.name, fault.of, measured));
    if (fault.isSmooth && measured.failed > 0) wrong.push(`${fault.name}: requests failed`);
    if (measured.slowestMs > mostMs) wrong.push(`${fault.name}: a client waited too long`);
  }
  await load.stop();
  say(`\n${await checkPromises(client, personaId, load)}`);
  assert.deepEqual(wrong, []);
} catch (error) {
  for (const member of ['gateway-1', 'gateway-2', 'ingestion-1', 'evolution-1'] as const)
    say(`--- ${member}\n${cluster.output(member).split('\n').slice(-8).join('\n')}`);
  throw error;
} finally {
  await cluster.stop(async () => {
    if (disk) await shell('umount', ['-l', cluster.uploadsDir]);
  });
}
