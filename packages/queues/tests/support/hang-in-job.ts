/** A process of its own that takes a job and never ends it; the test kills it. */
import { writeSync } from 'node:fs';
import { openDatabase } from '@personate/records';
import { evolvePersona, openQueues, queueSearchPath } from '../../src/index.ts';

const database = await openDatabase({
  kind: 'embedded',
  dataDir: process.argv[2] ?? '',
  migrate: false,
});
const queues = await openQueues({
  kind: 'postgres-pool',
  pool: database.poolFor({ searchPath: queueSearchPath }),
  log: { warn: () => undefined, error: () => undefined },
  lockMs: 500,
});
await queues.work(evolvePersona, () => {
  writeSync(1, 'begun\n');
  return new Promise(() => setInterval(() => undefined, 60_000));
});
await queues.poke(evolvePersona, { personaId: 'mira' });
