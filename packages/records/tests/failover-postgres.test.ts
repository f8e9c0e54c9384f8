import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { isDatabaseAway, isDatabaseReadOnly, openDatabase, type Database } from '../src/index.ts';
import {
  canTestPostgres,
  openMovingAddress,
  startPostgres,
  type PostgresServer,
} from '../src/testing.ts';

// Servers of its own, whatever is set: they are killed.
const what = 'a Postgres that fails over';
const suite = (await canTestPostgres(what, { url: undefined })) ? describe : describe.skip;

suite(what, () => {
  let primary: PostgresServer;
  let standby: PostgresServer;
  const opened: Array<{ close(): Promise<void> }> = [];
  beforeEach(async () => {
    primary = await startPostgres();
    standby = await startPostgres({}, primary);
    const database = await open(primary.url);
    await database.pool.query('CREATE TABLE said (word text)');
  }, 120_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await standby?.stop();
    await primary?.stop();
  }, 60_000);

  async function open(url: string): Promise<Database> {
    const database = await openDatabase({ kind: 'postgres', url, max: 4, migrate: false });
    opened.push(database);
    return database;
  }
  const both = (...servers: PostgresServer[]): string => {
    const [first, ...others] = servers.map(({ url }) => new URL(url).host);
    return `postgres://postgres@${[first, ...others].join(',')}/postgres`;
  };
  const say = (database: Database, word: string): Promise<unknown> =>
    database.pool.query('INSERT INTO said VALUES ($1)', [word]);
  const heard = async (database: Database): Promise<string[]> =>
    (await database.pool.query<{ word: string }>('SELECT word FROM said')).rows.map(
      ({ word }) => word,
    );
  const shown = async ({ pool }: Database, name: string): Promise<unknown> =>
    (await pool.query<Record<string, unknown>>(`SHOW ${name}`)).rows[0]?.[name];
  /** A server that is told to read its settings anew does so in its own time. */
  const once = async (is: () => Promise<boolean>): Promise<void> => {
    while (!(await is())) await setImmediate();
  };
  const failure = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => null,
      (error: unknown) => error,
    );

  it('of two servers in its URL the one that takes writes is used, wherever it stands', async () => {
    const database = await open(both(standby, primary));
    await say(database, 'whole');
    expect(await heard(database)).toEqual(['whole']);
  });

  it('when the primary dies and the standby is promoted, work goes on with all that was acknowledged', async () => {
    const database = await open(both(primary, standby));
    // From then on nothing is acknowledged before the standby has it too.
    await database.pool.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
    await database.pool.query('SELECT pg_reload_conf()');
    await once(async () => (await shown(database, 'synchronous_standby_names')) === '*');
    await say(database, 'before');
    await primary.kill();
    // Nobody takes writes: refused, and a statement that may go through when it is asked again.
    expect(isDatabaseAway(await failure(say(database, 'between')))).toBe(true);
    await standby.promote();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((word) => say(database, word)));
    expect((await heard(database)).toSorted()).toEqual(['a', 'b', 'before', 'c', 'd', 'e']);
  });

  it('a connection whose server takes no writes any more is left for the one to which the address leads', async () => {
    const address = await openMovingAddress(primary.url);
    opened.push(address);
    const database = await open(address.url);
    await say(database, 'before');
    address.leadTo(standby.url);
    await standby.promote();
    const old = await openDatabase({ kind: 'postgres', url: primary.url, max: 1, migrate: false });
    await old.pool.query(`ALTER SYSTEM SET default_transaction_read_only = on`);
    await old.pool.query('SELECT pg_reload_conf()');
    await old.close();
    let error: unknown = null;
    while (error === null)
      error = await failure(
        database.kysely
          .transaction()
          .execute((trx) => sql`INSERT INTO said VALUES ('old')`.execute(trx)),
      );
    expect([isDatabaseReadOnly(error), isDatabaseAway(error)]).toEqual([true, true]);
    await say(database, 'after');
    expect(await heard(database)).toEqual(['before', 'after']);
  });

  it('an address that leads to a standby alone is none, and its readers get no old answers', async () => {
    const address = await openMovingAddress(primary.url);
    opened.push(address);
    const database = await open(address.url);
    await primary.kill();
    address.leadTo(standby.url);
    expect(isDatabaseAway(await failure(heard(database)))).toBe(true);
    const error = await failure(heard(database));
    expect([isDatabaseReadOnly(error), isDatabaseAway(error)]).toEqual([true, true]);
    await expect(open(address.url)).rejects.toMatchObject({
      code: 'database.unreachable',
      message: expect.stringContaining('standby'),
    });
  });
});
