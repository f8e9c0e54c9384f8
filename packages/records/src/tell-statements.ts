import type { Pool, PoolClient } from 'pg';

/** A statement begins; what is returned is called at its end. The kind is a word of SQL, never the statement. */
export type OnStatement = (kind: StatementKind) => (error?: unknown) => void;

const kinds = ['select', 'insert', 'update', 'delete', 'begin', 'commit', 'rollback'] as const;
export type StatementKind = (typeof kinds)[number] | 'other';

type Query = (...given: unknown[]) => unknown;
type Callback = (error: unknown, result: unknown) => void;

/** Every statement of the pool's clients, however it is asked: by promise, by callback, as a stream. */
export function tellStatements(pool: Pool, onStatement: OnStatement): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as Query;
    client.query = ((...given: unknown[]) => {
      const ended = onStatement(kindOf(given[0]));
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

function kindOf(statement: unknown): StatementKind {
  const text =
    typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text;
  const word = typeof text === 'string' ? /^[\s(]*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() : '';
  return kinds.find((kind) => kind === (word === 'with' ? 'select' : word)) ?? 'other';
}
