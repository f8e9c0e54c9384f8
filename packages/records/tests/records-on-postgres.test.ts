import { afterAll, beforeAll, describe } from '@jest/globals';
import { openDatabase, type Database } from '../src/index.ts';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '../src/testing.ts';
import { describeRecords } from './promises/index.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'] };
const suite = (await canTestPostgres('records on Postgres', place)) ? describe : describe.skip;

suite('records on a Postgres server', () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await newTestDatabase(place);
    database = await openDatabase({ kind: 'postgres', url: server.url });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.stop();
  });
  describeRecords(() => database);
});
