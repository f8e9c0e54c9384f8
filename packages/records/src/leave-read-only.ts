import type { Pool, PoolClient } from 'pg';
import { isDatabaseReadOnly } from './is-database-away.ts';
import { watchStatements } from './watch-statements.ts';

/**
 * A connection whose server says that it takes no writes is ended when it is given back. Behind an address that follows
 * the primary the next one leads to that; who kept it would be refused for as long as it lasts.
 */
export function leaveReadOnly(pool: Pool): void {
  const readOnly = new WeakSet<PoolClient>();
  watchStatements(pool, (client) => (error) => {
    if (isDatabaseReadOnly(error)) readOnly.add(client);
  });
  // Before the pool decides whether it takes it back: it takes none that is ending.
  pool.on('release', (_error: Error | undefined, client: PoolClient) => {
    if (readOnly.has(client)) client.end().catch(() => undefined);
  });
}
