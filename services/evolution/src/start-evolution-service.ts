import { openHealthServer, type ServiceGround } from '@personate/chassis';
import { openQueues } from '@personate/queues';
import { openDatabase, openRepositories } from '@personate/records';
import { composeEvolution } from './compose-evolution.ts';
import { startEvolution } from './start-evolution.ts';

/** Evolution of a cluster: any number of them; a persona is one's at a time. */
export async function startEvolutionService(ground: ServiceGround): Promise<void> {
  const { config, log, shutdown } = ground;
  const { databaseUrl = '', redisUrl = '', quietMs, sweepMs } = config;
  const database = await openDatabase({
    kind: 'postgres',
    url: databaseUrl,
    max: config.databasePool,
    migrate: 'check',
  });
  shutdown.add('database', () => database.close());
  const records = openRepositories(database.kysely);
  const queues = await openQueues({ kind: 'redis', url: redisUrl, log });
  shutdown.add('queues', () => queues.close());
  const deps = composeEvolution({ records, quietMs, now: () => new Date(), log });
  const worker = await startEvolution({ deps, queues, log, sweepMs });
  shutdown.add('worker', () => worker.close());
  const health = await openHealthServer({
    port: config.healthPort,
    host: config.host,
    checks: {
      database: () => database.pool.query('SELECT 1'),
      queue: () => queues.counts(),
    },
    log,
  });
  shutdown.add('health', () => health.close());
}
