import type { HealthChecks, ServiceGround } from '@personate/chassis';
import { openQueues, type Queues } from '@personate/queues';
import {
  openDatabase,
  openRepositories,
  type Database,
  type Repositories,
} from '@personate/records';

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
export async function openGround({ config, log, shutdown }: ServiceGround): Promise<ClusterGround> {
  const { databaseUrl = '', redisUrl = '' } = config;
  const database = await openDatabase({
    kind: 'postgres',
    url: databaseUrl,
    max: config.databasePool,
    migrate: 'check',
  });
  shutdown.add('database', () => database.close());
  const queues = await openQueues({ kind: 'redis', url: redisUrl, log });
  shutdown.add('queues', () => queues.close());
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
