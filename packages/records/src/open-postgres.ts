import { ExpectedError, urlOfEachServer } from '@personate/contracts';
import { boundStatements } from './bound-statements.ts';
import { leaveReadOnly } from './leave-read-only.ts';
import type { Backend, DatabaseOptions } from './open-database.ts';
import { PrimaryPool } from './primary-pool.ts';
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
  const servers = urlOfEachServer(options.url);
  return {
    kind: 'postgres',
    pool: (searchPath) => {
      const pool = rollBackOnRelease(
        new PrimaryPool(servers, {
          connectMs: 10_000,
          max: options.max ?? 10,
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
      leaveReadOnly(pool);
      return statementMs === undefined ? pool : boundStatements(pool, statementMs + silenceAfterMs);
    },
    maintain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
