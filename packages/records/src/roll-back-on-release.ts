import type { Pool, PoolClient } from 'pg';

/** pg hands a client that was released in mid-transaction to the next one as it is: roll it back before. */
export function rollBackOnRelease(pool: Pool): Pool {
  return pool.on('release', (error: Error | undefined, client: PoolClient) => {
    const status = client.getTransactionStatus();
    if (!error && (status === 'T' || status === 'E')) {
      client.query('ROLLBACK').catch(() => undefined);
    }
  });
}
