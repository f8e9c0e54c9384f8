import { afterAll, beforeAll, describe } from '@jest/globals';
import { openDatabase, type Database } from '../src/index.ts';
import { describeRecords } from './promises/index.ts';

describe('records on the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ kind: 'embedded', dataDir: 'memory' });
  });
  afterAll(() => database.close());
  describeRecords(() => database);
});
