import type { Pool, PoolClient } from 'pg';

/** pg hands a client that was released in mid-transaction to the next one as it is: roll it back before. */
export function rollBackOnRelease(pool: Pool): Pool {
  // A client whose server went away is dropped by the pool, and who uses it is told by its query; unheard, the
  // event beside would end the process, be the client idle or out.
  pool.on('error', () => undefined);
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return pool.on('release', (error: Error | undefined, client: PoolClient) => {
    const status = client.getTransactionStatus();
    if (!error && (status === 'T' || status === 'E')) {
      client.query('ROLLBACK').catch(() => undefined);
    }
  });
}
