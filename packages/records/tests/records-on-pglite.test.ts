import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Database } from '../src/index.ts';
import { openTestDatabase } from '../src/testing.ts';
import { describeRecords } from './promises/index.ts';

describe('records on the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  describeRecords(() => database);
});
