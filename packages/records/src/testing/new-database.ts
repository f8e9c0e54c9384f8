import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { postgresMissing } from './find-postgres.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** A new and empty database, dropped by `stop`. */
export interface TestDatabase {
  /** Of a role that may create roles and extensions. */
  url: string;
  /** Absent where the server is not ours. */
  server?: PostgresServer;
  stop(): Promise<void>;
}

const connectMs = 10_000;

export interface TestPlace {
  /** PERSONATE_TEST_POSTGRES_URL, as the test read it. */
  url: string | undefined;
  /** An extension that the tests need. */
  extension?: string;
}

/**
 * Whether there is a server, or one can be started. If not, that is said loudly: a test that is skipped in
 * silence is taken for one that passed. Jest counts it as skipped beside.
 *
 * @param what is not tested then
 */
export async function canTestPostgres(what: string, place: TestPlace): Promise<boolean> {
  const { url = '', extension } = place;
  if (url !== '') return true;
  const missing = await postgresMissing(extension === undefined ? undefined : { extension });
  if (missing === null) return true;
  process.stderr.write(
    `\nSKIPPED: ${what}: NOT tested, ${missing}. Set PERSONATE_TEST_POSTGRES_URL.\n\n`,
  );
  return false;
}

/** On the server that `url` names, else on one that is started for it. */
export async function newTestDatabase({ url = '' }: TestPlace): Promise<TestDatabase> {
  if (url !== '') return databaseOn(url);
  const server = await startPostgres();
  return { url: server.url, server, stop: () => server.stop() };
}

async function databaseOn(url: string): Promise<TestDatabase> {
  const name = `personate_test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: connectMs });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, stop: () => admin(`drop database if exists ${name} with (force)`) };
}
