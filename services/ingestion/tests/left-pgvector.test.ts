import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generationName, MemoryGenerationStatistics } from '@personate/knowledge';
import { PostgresKnowledgeStores } from '@personate/knowledge-pgvector';
import { openDatabase, openRepositories, type Database } from '@personate/records';
import { canTestPostgres, newTestDatabase, type TestDatabase } from '@personate/records/testing';
import { randomUUID } from 'node:crypto';
import { openLeftPgvector } from '../src/open-left-pgvector.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'], extension: 'vector' };
const suite = (await canTestPostgres('a pgvector that was left', place)) ? describe : describe.skip;
const { signal } = new AbortController();
const spec = {
  personaId: 'vera',
  personaUid: randomUUID(),
  generation: 1,
  embeddingIdentity: 'letters/8',
  dimensions: 8,
};

suite('knowledge that moved from the Postgres of the records to a Qdrant', () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await newTestDatabase(place);
    database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.stop();
  });
  const tables = async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'knowledge'`,
    );
    return rows.map(({ name }) => name);
  };

  it('makes nothing where none ever lay', async () => {
    await openLeftPgvector(database, openRepositories(database.kysely)).drop(spec, signal);
    expect(await tables()).toEqual([]);
  });

  it('leaves no table behind when it is dropped', async () => {
    const statistics = new MemoryGenerationStatistics();
    await new PostgresKnowledgeStores({ pool: database.pool, statistics }).create(spec, signal);
    expect(await tables()).toContain(generationName(spec));
    const left = openLeftPgvector(database, openRepositories(database.kysely));
    await left.drop(spec, signal);
    await left.drop(spec, signal);
    expect(await tables()).toEqual(['generation_table']);
  });
});
