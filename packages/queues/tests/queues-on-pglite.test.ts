import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { queueSearchPath } from '../src/index.ts';
import { describeQueues } from './support/queue-promises.ts';

let database: Database;
let pool: Database['pool'];
beforeAll(async () => {
  database = await openTestDatabase({ migrate: false });
  pool = database.poolFor({ searchPath: queueSearchPath });
});
afterAll(() => database.close());

describe('queues on the embedded database', () => {
  describeQueues(() => ({ kind: 'postgres-pool', pool }));
});
