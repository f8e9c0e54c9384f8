import { ExpectedError } from '@personate/contracts';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { DataDirLock } from './embedded/lock-data-dir.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { checkMigrated } from './check-migrated.ts';
import { migrateDatabase } from './migrate-database.ts';
import { openPostgres } from './open-postgres.ts';
import type { Schema } from './schema.ts';
import { checkedSearchPath } from './search-path.ts';
import { tellStatements, type OnStatement } from './tell-statements.ts';

/**
 * Inside a transaction use its own handle and nothing else of the database: in the embedded form all clients share one
 * session, and another one waits until the transaction ends.
 *
 * Values come as pg gives them by default, from both kinds: int8 and numeric as string, timestamptz as Date,
 * json and jsonb parsed, arrays as arrays.
 */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly pool: Pool;
  readonly kysely: Kysely<Schema>;
  /** Whether the vector extension is there. */
  readonly vector: boolean;
  /** Another pool on the same database whose clients see that schema first; of a quiet one no statement is told. Ended by `close`. */
  poolFor(options: { searchPath: string; quiet?: boolean }): Pool;
  /** What autovacuum does on a server; the embedded form has none. Nothing on a server. */
  maintain(): Promise<void>;
  /** Waits at most ten seconds for clients that are still out. */
  close(): Promise<void>;
}

export type DatabaseOptions = {
  /** Brings the schema up to date first (true unless told otherwise), or only makes sure that it is. */
  migrate?: boolean | 'check';
  /** Hears of each statement, but for the queue's: what it returns is called at its end. Nobody, unless given. */
  onStatement?: OnStatement;
} & (
  | {
      kind: 'embedded';
      /** A folder, made unless it is there. */
      dataDir: string;
      /** The folder's lock, if the caller holds it already; else it is taken, and let go by `close`. */
      lock?: DataDirLock;
      /** A transaction that is idle for longer is rolled back, and its client's next query fails. */
      idleInTransactionMs?: number;
    }
  | {
      kind: 'postgres';
      url: string;
      max?: number;
      /** No statement lasts longer: the server ends it then, and a server that is silent is left. No bound unless given. */
      statementMs?: number;
      /** By which the server tells its connections from others'. */
      applicationName?: string;
      ssl?: boolean | { ca?: string; rejectUnauthorized?: boolean };
    }
);

/** How a kind of database is reached. */
export interface Backend {
  readonly kind: Database['kind'];
  pool(searchPath: string): Pool;
  maintain(pool: Pool): Promise<void>;
  close(): Promise<void>;
}

const closeMs = 10_000;

/**
 * @throws ExpectedError `data.locked`, `data.version-unknown`, `data.folder-not-ours`, `data.not-a-folder`,
 * `data.not-writable`; `database.url-invalid`, `database.unreachable`, `database.not-migrated`, `database.newer`,
 * `database.move-unfinished`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const backend = options.kind === 'embedded' ? await openEmbedded(options) : openPostgres(options);
  const pools: Pool[] = [];
  const { onStatement } = options;
  const poolFor = (path: string, quiet = false) => {
    const pool = backend.pool(checkedSearchPath(path));
    if (onStatement !== undefined && !quiet) tellStatements(pool, onStatement);
    // BullMQ listens to errors once for each queue and worker, and never stops.
    pool.setMaxListeners(100);
    pools.push(pool);
    return pool;
  };
  const pool = poolFor('public');
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= closeAll(pools, backend));
  try {
    await reach(pool);
    if (options.migrate === 'check') await checkMigrated(kysely);
    else if (options.migrate !== false) await migrateDatabase(kysely);
    return {
      kind: backend.kind,
      pool,
      kysely,
      vector: await hasVector(pool, options.migrate !== false),
      poolFor: ({ searchPath, quiet }) => poolFor(searchPath, quiet),
      maintain: () => backend.maintain(pool),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeAll(pools: readonly Pool[], backend: Backend): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<void>((resolve) => (timer = setTimeout(resolve, closeMs)));
  await Promise.race([Promise.all(pools.map((pool) => pool.end())), bound]);
  clearTimeout(timer);
  await backend.close();
}

async function reach(pool: Pool): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(
      'unavailable',
      'database.unreachable',
      `The database does not answer: ${reason}`,
      { fix: 'Look whether it runs, and whether DATABASE_URL names it rightly.', cause: error },
    );
  }
}

async function hasVector(pool: Pool, mayCreate: boolean): Promise<boolean> {
  const installed = async () =>
    (await pool.query(`SELECT 1 FROM pg_extension WHERE extname = 'vector'`)).rows.length > 0;
  if ((await installed()) || !mayCreate) return installed();
  // It may be missing on the server, or this role may not create it: the records need none.
  await pool.query('CREATE EXTENSION IF NOT EXISTS vector').catch(() => undefined);
  return installed();
}
