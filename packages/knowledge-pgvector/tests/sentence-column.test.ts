import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countedStores,
  generationName,
  MemoryGenerationStatistics,
  type KnowledgeStores,
} from '@personate/knowledge';
import { openDatabase, type Database } from '@personate/records';
import {
  canTestPostgres,
  newTestDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@personate/records/testing';
import { PgvectorKnowledgeStores, PostgresKnowledgeStores } from '../src/index.ts';
import { asks, newSpec, passage } from './support/passages.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'], extension: 'vector' };
const hasPostgres = await canTestPostgres('tables of before on Postgres', place);
const { signal } = new AbortController();

describe.each([
  { name: 'PGlite', here: true },
  { name: 'Postgres', here: hasPostgres },
])('a table made before sentences were kept, on $name', ({ name, here }) => {
  const test = here ? it : it.skip;
  let server: TestDatabase | undefined;
  let database: Database;
  let stores: KnowledgeStores;
  beforeAll(async () => {
    if (!here) return;
    if (name === 'PGlite') {
      database = await openTestDatabase({ migrate: false });
      stores = new PgvectorKnowledgeStores({ pool: database.pool });
      return;
    }
    server = await newTestDatabase(place);
    database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
    const statistics = new MemoryGenerationStatistics();
    stores = countedStores(
      new PostgresKnowledgeStores({ pool: database.pool, statistics }),
      statistics,
    );
  }, 120_000);
  afterAll(async () => {
    if (!here) return;
    await stores.close();
    await database.close();
    await server?.stop();
  });

  test('reads as one without any, and takes them with the next writing', async () => {
    const spec = newSpec();
    const old = passage({ text: 'apple of before' });
    await (await stores.writer(spec, signal)).replaceDocuments([old.documentKey], [old], signal);
    await database.pool.query(
      `alter table knowledge.${generationName(spec)} drop column sentences`,
    );
    const reader = await stores.reader(spec, signal);
    expect(await reader.sentences([old.passageId], asks, signal)).toEqual(new Map());
    const next = passage({ text: 'apple of now', sentences: Uint8Array.of(1, 2) });
    const writer = await stores.writer(spec, signal);
    await writer.replaceDocuments([next.documentKey], [next], signal);
    const ids = [old.passageId, next.passageId];
    const found = await reader.sentences(ids, asks, signal);
    expect([...found].map(([id, bytes]) => [id, [...bytes]])).toEqual([[next.passageId, [1, 2]]]);
    expect(await reader.passages(ids, asks, signal)).toHaveLength(2);
  });
});
