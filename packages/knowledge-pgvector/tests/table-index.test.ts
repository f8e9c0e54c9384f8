import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generationName, type EmbeddedPassage, type GenerationSpec } from '@personate/knowledge';
import { samplePassage } from '@personate/knowledge/testing';
import type { Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { PgvectorKnowledgeStores, type SqlPool } from '../src/index.ts';

const { signal } = new AbortController();
const asks = {
  vector: Float32Array.of(1, 0, 0, 0),
  terms: new Map([['appl', 1]]),
  audience: ['public'],
  limit: 1000,
};

function passage(text: string, documentKey: string = randomUUID()): EmbeddedPassage {
  const vector = Float32Array.of(0, 1, 0, 0);
  return { ...samplePassage({ text, documentKey, externalId: text }), vector };
}

describe('the index of a table', () => {
  let database: Database;
  let spec: GenerationSpec;
  beforeAll(async () => {
    database = await openTestDatabase({ migrate: false });
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(() => {
    spec = {
      personaId: 'ivo',
      personaUid: randomUUID(),
      generation: 1,
      embeddingIdentity: 'four',
      dimensions: 4,
    };
  });

  /** A pool that remembers what was asked of it. */
  const watched = (): { pool: SqlPool; statements: string[] } => {
    const statements: string[] = [];
    const pool: SqlPool = {
      query: (text, values) => {
        statements.push(text);
        return database.pool.query(text, values);
      },
      connect: () => database.pool.connect(),
    };
    return { pool, statements };
  };

  const fill = async (stores: PgvectorKnowledgeStores, passages: EmbeddedPassage[]) => {
    const writer = await stores.writer(spec, signal);
    await writer.replaceDocuments(
      passages.map(({ documentKey }) => documentKey),
      passages,
      signal,
    );
  };

  it('is filled once, in batches, and kept true by its own process without reading again', async () => {
    const { pool, statements } = watched();
    const stores = new PgvectorKnowledgeStores({ pool });
    await fill(
      stores,
      Array.from({ length: 450 }, (_, i) => passage(`apple ${i}`)),
    );
    const reader = await stores.reader(spec, signal);
    const fills = () => statements.filter((text) => text.includes('order by passage_id')).length;
    expect(await reader.candidates(asks, signal)).toHaveLength(450);
    expect(fills()).toBe(3);
    await fill(stores, [passage('apple new')]);
    expect(await reader.candidates(asks, signal)).toHaveLength(451);
    expect(fills()).toBe(3);
  });

  it('reads only what changed when another process wrote', async () => {
    const { pool } = watched();
    const ours = new PgvectorKnowledgeStores({ pool });
    const theirs = new PgvectorKnowledgeStores({ pool: database.pool });
    const first = passage('apple first');
    await fill(ours, [first, passage('apple second')]);
    const rows: number[] = [];
    const counting: SqlPool = {
      connect: () => pool.connect(),
      query: async (text, values) => {
        const result = await database.pool.query(text, values);
        if (text.includes('order by passage_id')) rows.push(result.rows.length);
        return result;
      },
    };
    const reader = await new PgvectorKnowledgeStores({ pool: counting }).reader(spec, signal);
    expect(await reader.candidates(asks, signal)).toHaveLength(2);
    await fill(theirs, [passage('apple third')]);
    await (await theirs.writer(spec, signal)).replaceDocuments([first.documentKey], [], signal);
    const found = await reader.candidates(asks, signal);
    expect(found.map((candidate) => candidate.passage.text).toSorted()).toEqual([
      'apple second',
      'apple third',
    ]);
    expect(rows).toEqual([2, 1]);
  });

  it('takes a table of the same name for another one after a drop', async () => {
    const ours = new PgvectorKnowledgeStores({ pool: database.pool });
    const theirs = new PgvectorKnowledgeStores({ pool: database.pool });
    await fill(ours, [passage('apple old')]);
    const reader = await ours.reader(spec, signal);
    expect(await reader.candidates(asks, signal)).toHaveLength(1);
    await theirs.drop(spec, signal);
    expect(await reader.candidates(asks, signal)).toEqual([]);
    await fill(theirs, [passage('apple new')]);
    const found = await reader.candidates(asks, signal);
    expect(found.map((candidate) => candidate.passage.text)).toEqual(['apple new']);
  });

  it('asks the database for nothing once it holds what it alone writes, and sees its own writes at once', async () => {
    const { pool, statements } = watched();
    const stores = new PgvectorKnowledgeStores({ pool, alone: true });
    const [first, second] = [passage('apple first'), passage('apple second')];
    await fill(stores, [first, second]);
    const reader = await stores.reader(spec, signal);
    const texts = async () =>
      (await reader.candidates(asks, signal)).map((found) => found.passage.text).toSorted();
    expect(await texts()).toEqual(['apple first', 'apple second']);
    statements.length = 0;
    expect(await texts()).toEqual(['apple first', 'apple second']);
    expect(await reader.passages([first.passageId], asks, signal)).toHaveLength(1);
    expect((await reader.termStatistics(['appl'], signal)).passages).toBe(2);
    expect(statements).toEqual([]);
    await fill(stores, [{ ...first, text: 'apple changed' }]);
    expect(await texts()).toEqual(['apple changed', 'apple second']);
    await (await stores.writer(spec, signal)).replaceDocuments([second.documentKey], [], signal);
    expect(await texts()).toEqual(['apple changed']);
    await stores.drop(spec, signal);
    expect(await texts()).toEqual([]);
    await fill(stores, [{ ...first, text: 'apple of another table' }]);
    expect(await texts()).toEqual(['apple of another table']);
  });

  it('looks again when it does not know whether its write went through', async () => {
    let torn = false;
    const tearing: SqlPool = {
      query: (text, values) => database.pool.query(text, values),
      async connect() {
        const client = await database.pool.connect();
        return {
          async query(text, values) {
            const result = await client.query(text, values);
            if (torn && text === 'commit') throw new Error('the connection broke');
            return result;
          },
          release: (broken) => client.release(broken),
        };
      },
    };
    const stores = new PgvectorKnowledgeStores({ pool: tearing, alone: true });
    const first = passage('apple first');
    await fill(stores, [first]);
    const reader = await stores.reader(spec, signal);
    expect(await reader.candidates(asks, signal)).toHaveLength(1);
    torn = true;
    await expect(fill(stores, [{ ...first, text: 'apple written' }])).rejects.toThrow('broke');
    const found = await reader.candidates(asks, signal);
    expect(found.map((candidate) => candidate.passage.text)).toEqual(['apple written']);
  });

  it('holds a passage as the table has it, also when it was written anew, here or elsewhere', async () => {
    const { pool, statements } = watched();
    const ours = new PgvectorKnowledgeStores({ pool });
    const theirs = new PgvectorKnowledgeStores({ pool: database.pool });
    const first = passage('apple first');
    await fill(ours, [first, passage('apple second')]);
    const reader = await ours.reader(spec, signal);
    const texts = async () =>
      (await reader.candidates(asks, signal)).map((found) => found.passage.text).toSorted();
    const reads = () => statements.filter((text) => text.includes('any($1::uuid[])')).length;
    expect(await texts()).toEqual(['apple first', 'apple second']);
    expect(await texts()).toEqual(['apple first', 'apple second']);
    // What fills the index is held; what this process writes is read when it is wanted.
    expect(reads()).toBe(0);
    await fill(ours, [{ ...first, text: 'apple changed here' }]);
    expect(await texts()).toEqual(['apple changed here', 'apple second']);
    expect(await texts()).toEqual(['apple changed here', 'apple second']);
    expect(reads()).toBe(1);
    await fill(theirs, [{ ...first, text: 'apple changed elsewhere' }]);
    expect(await texts()).toEqual(['apple changed elsewhere', 'apple second']);
    expect(reads()).toBe(1);
    await fill(theirs, [{ ...first, text: 'apple for few', audience: ['family'] }]);
    expect(await texts()).toEqual(['apple second']);
    // Made anew under the same name, with a passage of the same id.
    await ours.drop(spec, signal);
    await fill(ours, [{ ...first, text: 'apple of another table' }]);
    expect(await texts()).toEqual(['apple of another table']);
  });

  it('holds no more passages than it was told, and gives each persona its own of one id', async () => {
    const { pool, statements } = watched();
    const stores = new PgvectorKnowledgeStores({ pool, maxHeldPassages: 3 });
    const some = Array.from({ length: 5 }, (_, i) => passage(`apple ${i}`));
    await fill(stores, some);
    const reader = await stores.reader(spec, signal);
    const reads = () => statements.filter((text) => text.includes('any($1::uuid[])')).length;
    for (let i = 1; i <= 3; i++) {
      expect(await reader.candidates(asks, signal)).toHaveLength(5);
      expect(reads()).toBe(i);
    }
    const [first = passage('')] = some;
    spec = { ...spec, personaUid: randomUUID() };
    await fill(stores, [{ ...first, text: 'apple of another persona' }]);
    const other = await stores.reader(spec, signal);
    const textOf = async (from: typeof reader) =>
      (await from.passages([first.passageId], asks, signal))[0]?.passage.text;
    for (const _ of [1, 2]) {
      expect(await textOf(reader)).toBe('apple 0');
      expect(await textOf(other)).toBe('apple of another persona');
    }
  });

  it('writes all of a replacement or nothing', async () => {
    const stores = new PgvectorKnowledgeStores({ pool: database.pool });
    const kept = passage('apple kept');
    await fill(stores, [kept]);
    const torn: SqlPool = {
      query: (text, values) => database.pool.query(text, values),
      async connect() {
        const client = await database.pool.connect();
        return {
          query: (text, values) =>
            text.startsWith('insert')
              ? Promise.reject(new Error('the connection broke'))
              : client.query(text, values),
          release: (broken) => client.release(broken),
        };
      },
    };
    const writer = await new PgvectorKnowledgeStores({ pool: torn }).writer(spec, signal);
    await expect(
      writer.replaceDocuments([kept.documentKey], [{ ...kept, text: 'apple half' }], signal),
    ).rejects.toThrow('the connection broke');
    const found = await (await stores.reader(spec, signal)).candidates(asks, signal);
    expect(found.map((candidate) => candidate.passage.text)).toEqual(['apple kept']);
  });

  it('forgets indexes beyond its limit, and reads them again when they are wanted', async () => {
    const stores = new PgvectorKnowledgeStores({ pool: database.pool, maxOpenIndexes: 2 });
    const specs: GenerationSpec[] = [];
    for (let i = 0; i < 4; i++) {
      spec = { ...spec, personaUid: randomUUID() };
      specs.push(spec);
      await fill(stores, [passage(`apple of ${i}`)]);
    }
    for (const [i, one] of [...specs, ...specs].entries()) {
      const found = await (await stores.reader(one, signal)).candidates(asks, signal);
      expect(found.map((candidate) => candidate.passage.text)).toEqual([`apple of ${i % 4}`]);
      expect(stores.openIndexes).toBeLessThanOrEqual(2);
    }
  });

  it('refuses a table whose vectors come from another model', async () => {
    const stores = new PgvectorKnowledgeStores({ pool: database.pool });
    await fill(stores, [passage('apple')]);
    const other = { ...spec, embeddingIdentity: 'five' };
    await expect(stores.create(other, signal)).rejects.toMatchObject({
      code: 'knowledge.identity-mismatch',
    });
    const reader = await stores.reader(other, signal);
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject({
      code: 'knowledge.identity-mismatch',
    });
  });

  it('never makes a name of anything but a UUID and a number', async () => {
    const stores = new PgvectorKnowledgeStores({ pool: database.pool });
    const evil = { ...spec, personaUid: 'x; drop schema knowledge cascade; --' };
    await expect(stores.create(evil, signal)).rejects.toThrow('Invalid UUID');
    expect(() => generationName({ ...spec, generation: 1.5 })).toThrow('expected int');
  });

  it('builds a graph where vectors stay in the database and there are many', async () => {
    const stores = new PgvectorKnowledgeStores({
      pool: database.pool,
      dense: 'database',
      graphAbove: 2,
    });
    const graphs = async (): Promise<number> => {
      const { rows } = await database.pool.query(
        `select indexname from pg_indexes where tablename = $1 and indexdef like '%hnsw%'`,
        [generationName(spec)],
      );
      return rows.length;
    };
    await fill(stores, [passage('apple 1'), passage('apple 2')]);
    await (await stores.writer(spec, signal)).settle(signal);
    expect(await graphs()).toBe(0);
    await fill(stores, [passage('apple 3')]);
    await (await stores.writer(spec, signal)).settle(signal);
    expect(await graphs()).toBe(1);
    const found = await (await stores.reader(spec, signal)).candidates(asks, signal);
    expect(found).toHaveLength(3);
  });
});
