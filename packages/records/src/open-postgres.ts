import { ExpectedError } from '@personate/contracts';
import { Pool } from 'pg';
import type { Backend, DatabaseOptions } from './open-database.ts';
import { rollBackOnRelease } from './roll-back-on-release.ts';

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
  return {
    kind: 'postgres',
    pool: (searchPath) =>
      rollBackOnRelease(
        new Pool({
          connectionString: options.url,
          max: options.max ?? 10,
          connectionTimeoutMillis: 10_000,
          idle_in_transaction_session_timeout: 30_000,
          keepAlive: true,
          options: `-c search_path=${searchPath}`,
          ...(options.applicationName === undefined
            ? {}
            : { application_name: options.applicationName }),
          ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
        }),
      ),
    maintain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
