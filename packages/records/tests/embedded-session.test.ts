import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Database } from '../src/index.ts';
import { openTestDatabase } from '../src/testing.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ idleInTransactionMs: 300 });
  await database.pool.query('CREATE TABLE note (id int, text text)');
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE note'));

const insert = 'INSERT INTO note VALUES ($1, $2)';
const ids = async () =>
  (await database.pool.query<{ id: number }>('SELECT id FROM note ORDER BY id')).rows.map(
    ({ id }) => id,
  );

describe('clients of the one session', () => {
  it('keep their acknowledged inserts when another one rolls back', async () => {
    const first = await database.pool.connect();
    await first.query('BEGIN');
    await first.query(insert, [1, 'undone']);
    const other = database.pool.query(insert, [2, 'kept']);
    await first.query('ROLLBACK');
    await other;
    first.release();
    expect(await ids()).toEqual([2]);
  });

  it('do not see what another one has not committed', async () => {
    const first = await database.pool.connect();
    await first.query('BEGIN');
    await first.query(insert, [1, 'new']);
    let seen: number[] | undefined;
    const reading = ids().then((found) => (seen = found));
    await first.query('SELECT 1');
    expect(seen).toBeUndefined();
    await first.query('COMMIT');
    first.release();
    expect(await reading).toEqual([1]);
  });

  it('released in mid-transaction leave nothing behind', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query(insert, [1, 'undone']);
    client.release();
    expect(await ids()).toEqual([]);
  });

  it('destroyed in mid-transaction leave nothing behind', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query(insert, [1, 'undone']);
    client.release(true);
    expect(await ids()).toEqual([]);
  });

  it('that hold a transaction too long lose it, hear of it, and can go on', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query(insert, [1, 'undone']);
    await database.pool.query(insert, [2, 'kept']);
    await expect(client.query(insert, [3, 'late'])).rejects.toMatchObject({ code: '25P03' });
    await expect(client.query('COMMIT')).rejects.toMatchObject({ code: '25P03' });
    await client.query('ROLLBACK');
    await client.query(insert, [4, 'after']);
    client.release();
    expect(await ids()).toEqual([2, 4]);
  });

  it('fail as on a server: with its codes, and until the transaction ends', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await expect(client.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' });
    await client.query('ROLLBACK');
    client.release();
    await expect(
      database.pool.query({ name: 'kept', text: 'SELECT $1::int', values: [1] }),
    ).rejects.toMatchObject({ code: '0A000' });
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('see their own schema first, whatever the one before them set', async () => {
    await database.pool.query('CREATE SCHEMA shelf; CREATE TABLE shelf.note (id int)');
    const shelf = database.poolFor({ searchPath: 'shelf' });
    await Promise.all([
      shelf.query('INSERT INTO note VALUES (7)'),
      database.pool.query(insert, [8, '']),
    ]);
    expect((await shelf.query('SELECT id FROM note')).rows).toEqual([{ id: 7 }]);
    await shelf.query(`SET search_path TO pg_catalog; SET work_mem = '8MB'`);
    expect(await ids()).toEqual([8]);
    expect((await shelf.query('SELECT id FROM note')).rows).toEqual([{ id: 7 }]);
    expect((await database.pool.query('SHOW work_mem')).rows).toEqual([{ work_mem: '4MB' }]);
    expect(() => database.poolFor({ searchPath: 'a; DROP TABLE note' })).toThrow('plain schema');
  });

  it('hear what is notified on their channels, and no more after UNLISTEN', async () => {
    const [first, second] = await Promise.all([database.pool.connect(), database.pool.connect()]);
    const heard: string[] = [];
    first.on('notification', ({ channel, payload }) => heard.push(`first ${channel} ${payload}`));
    second.on('notification', ({ channel, payload }) => heard.push(`second ${channel} ${payload}`));
    await first.query('LISTEN news');
    await second.query('LISTEN news; LISTEN "Odd name"');
    await database.pool.query(`SELECT pg_notify('news', 'one')`);
    await database.pool.query(`NOTIFY "Odd name", 'two'`);
    await first.query('UNLISTEN news');
    const last = once(second, 'notification');
    await database.pool.query(`NOTIFY news, 'three'`);
    await last;
    first.release(true);
    second.release(true);
    expect(heard.toSorted()).toEqual([
      'first news one',
      'second Odd name two',
      'second news one',
      'second news three',
    ]);
  });

  it('hear a notification only once it is committed', async () => {
    const [listener, speaker] = await Promise.all([
      database.pool.connect(),
      database.pool.connect(),
    ]);
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('LISTEN news');
    await speaker.query('BEGIN');
    await speaker.query(`NOTIFY news, 'undone'`);
    await speaker.query('ROLLBACK');
    const first = once(listener, 'notification');
    await speaker.query(`NOTIFY news, 'done'`);
    await first;
    listener.release(true);
    speaker.release();
    expect(heard).toEqual(['done']);
  });

  it('get every answer of five hundred mixed queries right', async () => {
    const { pool } = database;
    const answers = await Promise.all(
      Array.from({ length: 500 }, async (_, at) => {
        if (at % 5 === 0) {
          const client = await pool.connect();
          await client.query('BEGIN');
          await client.query(insert, [at, 'x'.repeat(at)]);
          const end = await client.query(at % 10 === 0 ? 'COMMIT' : 'ROLLBACK');
          client.release();
          return end.command;
        }
        if (at % 5 === 1) {
          return pool.query('SELECT 1 / $1::int', [0]).catch((error: Error) => error.message);
        }
        const values = [at, 'ü'.repeat(at * 20)];
        return (await pool.query('SELECT $1::int AS at, $2::text AS text', values)).rows;
      }),
    );
    expect(answers).toEqual(
      answers.map((_, at) => {
        if (at % 5 === 0) return at % 10 === 0 ? 'COMMIT' : 'ROLLBACK';
        if (at % 5 === 1) return 'division by zero';
        return [{ at, text: 'ü'.repeat(at * 20) }];
      }),
    );
    expect(await ids()).toEqual(Array.from({ length: 50 }, (_, at) => at * 10));
  });

  it('leave the rest of the process its turns while they work', async () => {
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    await Promise.all(
      Array.from({ length: 300 }, () => database.pool.query('SELECT pg_sleep(0.001)')),
    );
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(50);
  });
});

it('takes and gives what is large', async () => {
  const text = 'long \u{1f511} '.repeat(2_000_000);
  const { rows } = await database.pool.query<{ text: string }>('SELECT $1::jsonb #>> $2 AS text', [
    JSON.stringify({ text }),
    ['text'],
  ]);
  expect(rows[0]?.text === text).toBe(true);
});

it('refuses a COPY from the client, and goes on', async () => {
  await expect(database.pool.query('COPY note FROM STDIN')).rejects.toThrow('COPY');
  expect(await ids()).toEqual([]);
});

it('answers with the types of pg: int8 as text, times as Date, json parsed', async () => {
  const { rows, rowCount, command, fields } = await database.pool.query(
    `SELECT 9007199254740993::int8 AS big, '2026-01-02T03:04:05.678Z'::timestamptz AS at,
      '{"a": [1]}'::jsonb AS json, ARRAY['x', 'y'] AS list, decode('00ff', 'hex') AS bytes`,
  );
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      at: new Date('2026-01-02T03:04:05.678Z'),
      json: { a: [1] },
      list: ['x', 'y'],
      bytes: Buffer.from([0, 255]),
    },
  ]);
  expect({ rowCount, command, first: fields[0]?.name }).toEqual({
    rowCount: 1,
    command: 'SELECT',
    first: 'big',
  });
});

it('can be called with a callback too', async () => {
  const text = await new Promise((resolve, reject) => {
    database.pool.query('SELECT $1::text AS text', ['back'], (error, result) =>
      error ? reject(error) : resolve(result.rows[0].text),
    );
  });
  expect(text).toBe('back');
});

it('clears away what was deleted, since nobody else does', async () => {
  const size = async () => {
    const { rows } = await database.pool.query<{ size: string }>(
      `SELECT pg_relation_size('note') AS size`,
    );
    return Number(rows[0]?.size);
  };
  await database.pool.query(`INSERT INTO note SELECT g, 'x' FROM generate_series(1, 3000) g`);
  await database.pool.query('DELETE FROM note');
  expect(await size()).toBeGreaterThan(0);
  await database.maintain();
  expect(await size()).toBe(0);
});

it('refuses queries once it is closed, and closes twice', async () => {
  const short = await openTestDatabase();
  expect((await short.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await Promise.all([short.close(), short.close()]);
  await expect(short.pool.query('SELECT 1')).rejects.toThrow('after calling end');
});
