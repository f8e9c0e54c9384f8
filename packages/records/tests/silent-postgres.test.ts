import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { isDatabaseAway, isDatabaseSlow, openDatabase, type Database } from '../src/index.ts';
import { canTestPostgres, startPostgres, type PostgresServer } from '../src/testing.ts';

// A server that may be stopped: one of its own, whatever is set.
const place = { url: undefined };
const what = 'a Postgres that is slow or silent';
const suite = (await canTestPostgres(what, place)) ? describe : describe.skip;

suite(what, () => {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
    database = await openDatabase({
      kind: 'postgres',
      url: server.url,
      max: 1,
      statementMs: 500,
      migrate: false,
    });
  }, 60_000);
  afterAll(async () => {
    await server.thaw();
    await database.close();
    await server.stop();
  });
  const ask = (): Promise<unknown> => database.pool.query('SELECT 1');
  const failure = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => null,
      (error: unknown) => error,
    );

  it('ends a statement at its bound, and says that it was slow', async () => {
    const error = await failure(database.pool.query('SELECT pg_sleep(60)'));
    expect([isDatabaseSlow(error), isDatabaseAway(error)]).toEqual([true, false]);
    await ask();
  });

  it('is away for a statement in a transaction that it does not answer, and its connection is not used again', async () => {
    const inTransaction = database.kysely.transaction().execute(async (trx) => {
      await sql`SELECT 1`.execute(trx);
      await server.freeze();
      await sql`SELECT 1`.execute(trx);
    });
    const error = await failure(inTransaction);
    expect(isDatabaseAway(error)).toBe(true);
    await server.thaw();
    await ask();
  });
});
