import { afterAll, beforeAll, describe } from '@jest/globals';
import { countedStores, generationName, MemoryGenerationStatistics } from '@personate/knowledge';
import { knowledgeStoresContract } from '@personate/knowledge/contract';
import { openDatabase, type Database } from '@personate/records';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '@personate/records/testing';
import { PostgresKnowledgeStores } from '../src/index.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'], extension: 'vector' };
const suite = (await canTestPostgres('knowledge on Postgres', place)) ? describe : describe.skip;

suite('on a Postgres server', () => {
  let server: TestDatabase;
  const databases: Database[] = [];
  beforeAll(async () => {
    server = await newTestDatabase(place);
  }, 60_000);
  afterAll(() => server.stop());

  for (const indexed of [false, true]) {
    const statistics = new MemoryGenerationStatistics();
    const open = async () => {
      const database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
      databases.push(database);
      const indexAbove = indexed ? { terms: 0, vectors: 0 } : { terms: 1_000, vectors: 5_000 };
      const stores = new PostgresKnowledgeStores({ pool: database.pool, statistics, indexAbove });
      return countedStores(stores, statistics);
    };
    knowledgeStoresContract(
      `Postgres, ${indexed ? 'indexed from the first passage' : 'scanned'}`,
      async () => ({
        stores: await open(),
        reopen: open,
        dropBehind: async (spec) => {
          await databases[0]?.pool.query(`drop table knowledge.${generationName(spec)}`);
        },
      }),
      async () => {
        for (const database of databases.splice(0)) await database.close();
      },
    );
  }
});
