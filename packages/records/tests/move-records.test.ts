import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  countMovable,
  moveRecords,
  openDatabase,
  openMoveTarget,
  requireMovableInto,
  type Database,
} from '../src/index.ts';
import { leftTables, movedTables } from '../src/moving/moved-tables.ts';
import { readShapes } from '../src/moving/table-shape.ts';
import {
  canTestPostgres,
  newTestDatabase,
  openTestDatabase,
  type TestDatabase,
} from '../src/testing.ts';
import { makePersonas } from './support/make-personas.ts';

const place = { url: process.env['PERSONATE_TEST_POSTGRES_URL'] };
const suite = (await canTestPostgres('a move of the records', place)) ? describe : describe.skip;

suite('records that are moved', () => {
  let source: Database;
  let server: TestDatabase;
  let database: TestDatabase;
  let target: Database;
  beforeAll(async () => {
    server = await newTestDatabase(place);
    source = await openTestDatabase();
    await makePersonas(source, 'vera', 'tom');
    await sql`INSERT INTO records.conversation VALUES
      ('00000000-0000-4000-8000-000000000001', 'vera', 'admin', 'anna', 'Boats', now(), now())`.execute(
      source.kysely,
    );
    for (let n = 1; n <= 1_200; n += 1)
      await sql`INSERT INTO records.memory VALUES (${randomUUID()}::uuid, 'vera', 'anna', ${`no. ${n}: \\ " ü 🐟`},
        'q', 'fact', null, 'told', 'active', null, ${randomUUID()}::uuid, clock_timestamp())`.execute(source.kysely); // prettier-ignore
    await sql`INSERT INTO corpus.embedding VALUES ('vera', 'i', 'h', '\\x00ff10'::bytea)`.execute(
      source.kysely,
    );
    await sql`INSERT INTO records.erasure (erasure_id, scope, user_id, salt, digest, requested_by)
      VALUES (gen_random_uuid(), 'user', 'anna', 's', 'd', 'admin'), (gen_random_uuid(), 'user', 'bert', 's', 'e', 'admin')`.execute(
      source.kysely,
    );
    await sql`INSERT INTO records.api_key (key_id, name, digest, scopes, vouches_for_user, inline_citations, audience)
      VALUES ('admin', 'admin', '\\x01', '{admin}', true, false, '{}'), ('k1', 'site', '\\x02', '{chat}', true, false, '{}')`.execute(
      source.kysely,
    );
  }, 60_000);
  beforeEach(async () => {
    database = await newTestDatabase({ url: server.url });
    await (await openDatabase({ kind: 'postgres', url: database.url })).close();
    target = await openMoveTarget(database.url);
  }, 60_000);
  afterEach(async () => {
    await target.close();
    await database.stop();
  });
  afterAll(async () => {
    await source?.close();
    await server?.stop();
  });

  const ends = () => ({ source, target });
  const going = { anew: false, beside: async () => undefined, onProgress: () => undefined };
  const move = (over: Partial<Parameters<typeof moveRecords>[1]> = {}) =>
    moveRecords(ends(), { ...going, signal: new AbortController().signal, ...over });
  /** Aborted once this table has some rows, but not all. */
  const halfWay = async (table: string) => {
    const stop = new AbortController();
    const { signal } = stop;
    await expect(
      move({
        signal,
        onProgress: (progress) => {
          if (progress.table === table && progress.rows > 0) stop.abort(new Error('stopped'));
        },
      }),
    ).rejects.toThrow('stopped');
  };
  const memories = async (of: Database) =>
    (await of.pool.query('select memory_id, text, created_at from records.memory order by 1')).rows;

  it('are every table that there is, but for those of which it is said why not', async () => {
    const { rows } = await source.pool.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname in ('records', 'corpus', 'serving') order by 1`,
    );
    const decided = [...Object.keys(movedTables), ...Object.keys(leftTables)].toSorted();
    expect(decided).toEqual(rows.map(({ name }) => name));
    for (const { key, columns } of await readShapes(source.pool)) {
      expect(key.length).toBeGreaterThan(0);
      expect(columns).toEqual(expect.arrayContaining([...key]));
    }
  });

  it('are the same there, and what comes later is numbered after them', async () => {
    const planned = await countMovable({ source });
    const moved = await move();
    expect(moved.tables).toEqual(expect.arrayContaining(planned));
    expect(await memories(target)).toEqual(await memories(source));
    const keys = await target.pool.query('select key_id from records.api_key');
    expect(keys.rows).toEqual([{ key_id: 'k1' }]);
    const bytes = await target.pool.query('select vector from corpus.embedding');
    expect(bytes.rows).toEqual([{ vector: Buffer.from([0, 255, 16]) }]);
    const { rows } = await target.pool.query(
      `insert into records.erasure (erasure_id, scope, salt, digest, requested_by)
       values (gen_random_uuid(), 'user', 's', 'f', 'admin') returning number`,
    );
    expect(rows).toEqual([{ number: '3' }]);
  });

  it('go on where they stopped; until then no service starts, and a second installation is refused', async () => {
    await halfWay('records.memory');
    const half = (await memories(target)).length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1_200);
    await expect(
      openDatabase({ kind: 'postgres', url: database.url, migrate: 'check' }),
    ).rejects.toMatchObject({ code: 'database.move-unfinished' });
    const other = await openTestDatabase();
    await expect(
      moveRecords({ source: other, target }, { ...going, signal: new AbortController().signal }),
    ).rejects.toMatchObject({ code: 'move.of-another' });
    await other.close();

    let first = 0;
    const moved = await move({
      onProgress({ table, rows }) {
        if (table === 'records.memory' && first === 0) first = rows;
      },
    });
    expect(moved.isResumed).toBe(true);
    expect(first).toBeGreaterThan(half);
    expect(await memories(target)).toEqual(await memories(source));
    await (await openDatabase({ kind: 'postgres', url: database.url, migrate: 'check' })).close();
  });

  it('that changed between the two parts are found to differ, and are moved anew', async () => {
    await halfWay('records.api_key');
    await sql`UPDATE records.memory SET text = text || '!' WHERE user_id = 'anna'`.execute(
      source.kysely,
    );
    await expect(move()).rejects.toMatchObject({
      code: 'move.differs',
      message: expect.stringContaining('records.memory'),
    });
    await expect(
      openDatabase({ kind: 'postgres', url: database.url, migrate: 'check' }),
    ).rejects.toMatchObject({ code: 'database.move-unfinished' });
    expect((await move({ anew: true })).isResumed).toBe(false);
    expect(await memories(target)).toEqual(await memories(source));
  });

  it('go to no database that holds anything, or that others are connected to', async () => {
    const other = await openDatabase({ kind: 'postgres', url: database.url });
    await requireMovableInto(target);
    await expect(move()).rejects.toMatchObject({ code: 'move.target-in-use' });
    await makePersonas(other, 'somebody');
    await other.close();
    await expect(requireMovableInto(target)).rejects.toMatchObject({
      code: 'move.target-not-empty',
      message: expect.stringContaining('records.persona'),
    });
    await expect(move({ anew: true })).rejects.toMatchObject({ code: 'move.target-not-empty' });
  });

  it('stay where a source of this machine is still being read', async () => {
    await sql`INSERT INTO records.ingestion_job (ingestion_id, persona_id, options, file_name, path, progress)
      VALUES (gen_random_uuid(), 'tom', '{}', 'x', '/here/x', '{}')`.execute(source.kysely);
    await expect(countMovable({ source })).rejects.toMatchObject({ code: 'move.work-unfinished' });
    await expect(move()).rejects.toMatchObject({ code: 'move.work-unfinished' });
  });
});
