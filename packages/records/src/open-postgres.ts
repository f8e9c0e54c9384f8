import { ExpectedError } from '@personate/contracts';
import { Pool } from 'pg';
import { boundStatements } from './bound-statements.ts';
import type { Backend, DatabaseOptions } from './open-database.ts';
import { rollBackOnRelease } from './roll-back-on-release.ts';

/** After the server's own bound, so that a statement which is only slow ends there, and says so. */
const silenceAfterMs = 5_000;

export function openPostgres(options: Extract<DatabaseOptions, { kind: 'postgres' }>): Backend {
  if (!/^postgres(ql)?:\/\//.test(options.url)) {
    throw new ExpectedError(
      'invalid',
      'database.url-invalid',
      'The database URL is not one of Postgres.',
      {
        fix: 'Set DATABASE_URL to something like postgres://user:password@host:5432/personate.',
      },
    );
  }
  const { statementMs } = options;
  return {
    kind: 'postgres',
    pool: (searchPath) => {
      const pool = rollBackOnRelease(
        new Pool({
          connectionString: options.url,
          max: options.max ?? 10,
          connectionTimeoutMillis: 10_000,
          idle_in_transaction_session_timeout: 30_000,
          keepAlive: true,
          // After seconds instead of the system's hours: a connection that nobody uses may have lost its other end.
          keepAliveInitialDelayMillis: 10_000,
          ...(statementMs === undefined ? {} : { statement_timeout: statementMs }),
          options: `-c search_path=${searchPath}`,
          ...(options.applicationName === undefined
            ? {}
            : { application_name: options.applicationName }),
          ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
        }),
      );
      return statementMs === undefined ? pool : boundStatements(pool, statementMs + silenceAfterMs);
    },
    maintain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
