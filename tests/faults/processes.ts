import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { createPersona, ingestDiary, openClient } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import { checkStore } from './check-store.ts';
import { startLoad } from './cluster-load.ts';
import { openPromiseCheck } from './cluster-promises.ts';
import { measureFault, tableHead, toRow, type Measured } from './measure-fault.ts';
import { startProcessCluster } from './process-cluster.ts';
import { faultsOf, type ProcessFault } from './process-faults.ts';

// What needs no container engine: processes that are killed or stand still, cables that are cut, stores that are full,
// clocks that are apart, an upgrade, each under steady load, over real stores; and the promises after each.
// docs/operations/faults.md says what came of it.
const { values, positionals } = parseArgs({
  options: {
    store: { type: 'string', default: 'pgvector' },
    'hold-seconds': { type: 'string', default: '15' },
    'pause-seconds': { type: 'string', default: '30' },
    talkers: { type: 'string', default: '2' },
  },
  allowPositionals: true,
});
const store = values.store === 'qdrant' ? 'qdrant' : 'pgvector';
const personaId = 'vera';
/** Whatever is broken, a client hears of it by then. */
const mostMs = 65_000;
const ms = (what: 'hold' | 'pause'): number => Number(values[`${what}-seconds`]) * 1_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shell = promisify(execFile);
const mounted: string[] = [];

/** Only a small disk can be filled without harm to others. */
async function mountSmall(folders: Record<string, string>): Promise<void> {
  const sizes = { uploads: '300m', models: '200m' };
  for (const [name, size] of Object.entries(sizes)) {
    const folder = folders[name] ?? '';
    const flags = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder];
    await shell('mount', flags).then(
      () => mounted.push(folder),
      () => say(`SKIPPED: the full disk of ${name}: no small one can be mounted here.`),
    );
  }
}

/** What of it is against the promises. */
function wrongWith(fault: ProcessFault, { failed, slowestMs, said }: Measured): string[] {
  const unstated = said.filter((one) => !/^\d{3} [a-z.-]+$/.test(one) || one === '500 internal');
  const tellable = fault.breaksConnections === true ? unstated.filter((one) => /^\d{3} /.test(one)) : unstated; // prettier-ignore
  return [
    ...(fault.isSmooth === true && failed > 0 ? ['requests failed'] : []),
    ...(slowestMs > mostMs ? ['a client waited too long'] : []),
    ...(tellable.length > 0 ? [`clients were told no reason: ${tellable.join('; ')}`] : []),
  ];
}

const cluster = await startProcessCluster({ store, prepare: mountSmall });
try {
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
  const promises = openPromiseCheck(client, personaId, load);
  const faults = faultsOf({ store, disk: mounted.length === 2 }).filter(
    ({ name, of }) =>
      positionals.length === 0 || positionals.some((wanted) => `${name} ${of}`.includes(wanted)),
  );
  assert.ok(faults.length > 0, `there is no fault like ${positionals.join(', ')}`);
  const wrong: string[] = [];
  let passages = 0;
  say(tableHead.join('\n'));
  for (const fault of faults) {
    const { name, of } = fault;
    try {
      const measured = await measureFault({ load, client, personaId }, () =>
        fault.run({ cluster, client, personaId, holdMs: ms('hold'), pauseMs: ms('pause') }),
      );
      say(toRow(name, of, measured));
      wrong.push(...wrongWith(fault, measured).map((what) => `${name}, ${of}: ${what}`));
      await load.rest();
      await promises.check();
      passages = await checkStore(cluster, personaId);
    } catch (error) {
      wrong.push(`${name}, ${of}: ${error instanceof Error ? error.message : String(error)}`);
      say(`FAILED: ${wrong.at(-1)}`);
    }
    load.goOn();
  }
  await load.stop();
  say(`\n${promises.summary()} ${passages} passages in the store: those of the records.`);
  assert.deepEqual(wrong, []);
} catch (error) {
  for (const [name, { output }] of cluster.members)
    say(`--- ${name}\n${output.split('\n').slice(-8).join('\n')}`);
  throw error;
} finally {
  await cluster.stop(async () => {
    for (const folder of mounted) await shell('umount', ['-l', folder]);
  });
}
