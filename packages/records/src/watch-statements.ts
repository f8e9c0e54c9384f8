import type { Pool, PoolClient } from 'pg';

type Query = (...given: unknown[]) => unknown;
type Callback = (error: unknown, result: unknown) => void;

/**
 * Every statement of the pool's clients, however it is asked: by promise, by callback, as a stream. What `begins`
 * returns is called at its end.
 */
export function watchStatements(
  pool: Pool,
  begins: (client: PoolClient, statement: unknown) => (error?: unknown) => void,
): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as Query;
    client.query = ((...given: unknown[]) => {
      const ended = begins(client, given[0]);
      const callback = given.at(-1);
      if (typeof callback === 'function') {
        const answered: Callback = (error, result) => {
          ended(error ?? undefined);
          (callback as Callback)(error, result);
        };
        return query(...given.slice(0, -1), answered);
      }
      const result = query(...given);
      if (!(result instanceof Promise)) {
        ended();
        return result;
      }
      return result.then(
        (found: unknown) => {
          ended();
          return found;
        },
        (error: unknown) => {
          ended(error);
          throw error;
        },
      );
    }) as PoolClient['query'];
  });
}
