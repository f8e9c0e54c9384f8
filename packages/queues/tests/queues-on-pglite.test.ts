import { afterAll, beforeAll, describe } from '@jest/globals';
import { openDatabase, type Database } from '@personate/records';
import { queueSearchPath } from '../src/index.ts';
import { describeQueues } from './support/queue-promises.ts';

let database: Database;
let pool: Database['pool'];
beforeAll(async () => {
  database = await openDatabase({ kind: 'embedded', dataDir: 'memory', migrate: false });
  pool = database.poolFor({ searchPath: queueSearchPath });
});
afterAll(() => database.close());

describe('queues on the embedded database', () => {
  describeQueues(() => ({ kind: 'postgres-pool', pool }));
});
