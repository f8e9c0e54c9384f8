import type { HealthChecks, ServiceGround } from '@personate/chassis';
import { openQueues, type Queues } from '@personate/queues';
import { openClock } from './open-clock.ts';
import {
  openDatabase,
  openRepositories,
  type Database,
  type Repositories,
} from '@personate/records';
import { observeStatements, watchConnections } from './observe-database.ts';
import { observeQueues } from './observe-queues.ts';
import { watchQueues } from './watch-queues.ts';

/** What every service of a cluster stands on. */
export interface ClusterGround {
  database: Database;
  records: Repositories;
  queues: Queues;
  /** The time that all services share. */
  now: () => Date;
  /** Whether it still holds. */
  checks: HealthChecks;
}

/**
 * Opens Postgres and Redis as the settings name them; each is closed by the service's shutdown.
 * @param statementMs no statement lasts longer, whatever happens to Postgres or the network before it
 * @throws ExpectedError `database.*`, `queue.unavailable`.
 */
export async function openGround(
  ground: ServiceGround,
  { statementMs }: { statementMs: number },
): Promise<ClusterGround> {
  const { config, log, shutdown, telemetry } = ground;
  const { databaseUrl = '', redisUrl = '' } = config;
  const database = await openDatabase({
    kind: 'postgres',
    url: databaseUrl,
    max: config.databasePool,
    statementMs,
    migrate: 'check',
    onStatement: observeStatements(telemetry, 'postgres'),
  });
  shutdown.add('database', () => database.close());
  const clock = await openClock({ databaseTime: () => timeOf(database), log });
  shutdown.add('clock', async () => clock.close());
  const { now } = clock;
  const observer = observeQueues(telemetry);
  const queues = await openQueues({ kind: 'redis', url: redisUrl, log, observer, now });
  shutdown.add('queues', () => queues.close());
  watchConnections(telemetry, database.pool);
  watchQueues(telemetry.metrics, queues);
  return {
    database,
    records: openRepositories(database.kysely),
    queues,
    now: clock.now,
    checks: {
      database: () => database.pool.query('SELECT 1'),
      queue: () => queues.counts(),
    },
  };
}

async function timeOf({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  return rows[0]?.ms ?? NaN;
}
