import { afterAll, beforeAll, describe } from '@jest/globals';
import { openDatabase, type Database } from '../src/index.ts';
import { describeRecords } from './promises/index.ts';
import { postgresMissing, startPostgres, type PostgresServer } from './support/postgres-server.ts';

const missing = await postgresMissing();
if (missing !== null) console.warn(`SKIPPED: records on Postgres were not tested: ${missing}`);
const suite = missing === null ? describe : describe.skip;

suite('records on a Postgres server', () => {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
    database = await openDatabase({ kind: 'postgres', url: server.url });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });
  describeRecords(() => database);
});
