import type { Pool } from 'pg';
import { watchStatements } from './watch-statements.ts';

/**
 * Breaks a connection on which the server says nothing to a statement for so long: its network is gone, or it stands
 * still, and the system would wait for a quarter of an hour. The statement fails as one whose server is away, and the pool
 * drops the connection. (`query_timeout` of pg 8 gives it back to the pool, where the next statement waits behind.)
 */
export function boundStatements(pool: Pool, silenceMs: number): Pool {
  watchStatements(pool, (client) => {
    const timer = setTimeout(() => client.connection.stream.destroy(silent(silenceMs)), silenceMs);
    return () => clearTimeout(timer);
  });
  return pool;
}

function silent(silenceMs: number): Error {
  return Object.assign(new Error(`the database was silent for ${silenceMs} ms`), {
    code: 'ETIMEDOUT',
  });
}
