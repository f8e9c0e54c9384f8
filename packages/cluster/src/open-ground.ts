import type { HealthChecks, ServiceGround } from '@personate/chassis';
import { openQueues, type Queues } from '@personate/queues';
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
  /** Whether it still holds. */
  checks: HealthChecks;
}

/**
 * Opens Postgres and Redis as the settings name them; each is closed by the service's shutdown.
 * @throws ExpectedError `database.*`, `queue.unavailable`.
 */
export async function openGround(ground: ServiceGround): Promise<ClusterGround> {
  const { config, log, shutdown, telemetry } = ground;
  const { databaseUrl = '', redisUrl = '' } = config;
  const database = await openDatabase({
    kind: 'postgres',
    url: databaseUrl,
    max: config.databasePool,
    migrate: 'check',
    onStatement: observeStatements(telemetry, 'postgres'),
  });
  shutdown.add('database', () => database.close());
  const observer = observeQueues(telemetry);
  const queues = await openQueues({ kind: 'redis', url: redisUrl, log, observer });
  shutdown.add('queues', () => queues.close());
  watchConnections(telemetry, database.pool);
  watchQueues(telemetry.metrics, queues);
  return {
    database,
    records: openRepositories(database.kysely),
    queues,
    checks: {
      database: () => database.pool.query('SELECT 1'),
      queue: () => queues.counts(),
    },
  };
}
