import type { Pool, PoolClient } from 'pg';

/** pg hands a client that was released in mid-transaction to the next one as it is: roll it back before. */
export function rollBackOnRelease(pool: Pool): Pool {
  // An idle client whose server went away is dropped by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined);
  return pool.on('release', (error: Error | undefined, client: PoolClient) => {
    const status = client.getTransactionStatus();
    if (!error && (status === 'T' || status === 'E')) {
      client.query('ROLLBACK').catch(() => undefined);
    }
  });
}
