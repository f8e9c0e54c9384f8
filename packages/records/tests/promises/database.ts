import { beforeAll, describe, expect, it } from '@jest/globals';
import { migrateDatabase, type Database } from '../../src/index.ts';
import { migrations } from '../../src/migrations/index.ts';

export function describeDatabase(open: () => Database): void {
  let database: Database;
  beforeAll(() => {
    database = open();
  });

  describe('the database', () => {
    it('is migrated once, however often and by however many that is asked for', async () => {
      await Promise.all([1, 2, 3].map(() => migrateDatabase(database.kysely)));
      const { rows } = await database.pool.query<{ name: string }>(
        'SELECT name FROM records.kysely_migration ORDER BY name',
      );
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    });

    it('answers with the types of pg: int8 as text, times as Date, json parsed', async () => {
      const { rows } = await database.pool.query(
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
    });

    it('rolls a client back that is released in mid-transaction', async () => {
      const pool = database.poolFor({ searchPath: 'records' });
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query(`INSERT INTO lease VALUES ('open', NULL, 1, now())`);
      client.release();
      const { rows } = await pool.query(`SELECT 1 FROM lease WHERE name = 'open'`);
      expect(rows).toEqual([]);
    });

    it('is left as it is by a transaction that throws', async () => {
      const failing = database.kysely.transaction().execute(async (trx) => {
        await trx
          .insertInto('records.lease')
          .values({ name: 'thrown', owner: null, token: 1, expires_at: new Date() })
          .execute();
        throw new Error('thrown');
      });
      await expect(failing).rejects.toThrow('thrown');
      const { rows } = await database.pool.query(
        `SELECT 1 FROM records.lease WHERE name = 'thrown'`,
      );
      expect(rows).toEqual([]);
    });
  });
}
