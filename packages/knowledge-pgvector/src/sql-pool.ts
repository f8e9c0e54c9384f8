import { nameFailure } from './name-failure.ts';

/** The part of a pg Pool that this package needs; PGlite stands behind one as well. */
export interface SqlPool extends SqlQueryable {
  connect(): Promise<SqlClient>;
}

export interface SqlQueryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface SqlClient extends SqlQueryable {
  /** @param broken true when the connection must not be used again */
  release(broken?: boolean): void;
}

/**
 * Rows of a statement; the wait ends with the signal, the statement itself runs out.
 *
 * @throws SqlFailure; what is no failure of the database as it is
 */
export async function rowsOf<Row>(
  on: SqlQueryable,
  signal: AbortSignal,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  signal.throwIfAborted();
  try {
    const { rows } = await until(signal, on.query(text, values));
    return rows as Row[];
  } catch (error) {
    throw nameFailure(error) ?? error;
  }
}

/** All or nothing: an abort or an error anywhere rolls back. */
export async function transaction<T>(
  pool: SqlPool,
  signal: AbortSignal,
  work: (client: SqlQueryable) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const result = await work(client);
    signal.throwIfAborted();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw nameFailure(error) ?? error;
  } finally {
    client.release(broken);
  }
}

/** The promise, or the signal's reason, whichever comes first. */
export async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
