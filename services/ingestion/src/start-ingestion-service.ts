import { resolve } from 'node:path';
import { openHealthServer, type ServiceGround } from '@personate/chassis';
import { configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { ingestPersona, openQueues } from '@personate/queues';
import { FolderBlobStore, openDatabase, openRepositories } from '@personate/records';
import { composeIngestion } from './compose-ingestion.ts';
import { loadPersonas } from './load-personas.ts';
import { openStores } from './open-stores.ts';
import { readFolderProbes } from './read-folder-probes.ts';
import { runTasks } from './run-tasks.ts';
import { taskHandlers } from './task-handlers.ts';
import { startIngestion } from './start-ingestion.ts';
import { startMaintenance } from './start-maintenance.ts';

/** Personas of the start folder are looked at by one of several at a time. */
const loadLease = 'load-personas';
const loadLeaseMs = 60_000;

/** Ingestion of a cluster: any number of them; it alone reads documents whole and writes knowledge. */
export async function startIngestionService(ground: ServiceGround): Promise<void> {
  const { config, log, shutdown } = ground;
  const { databaseUrl = '', redisUrl = '' } = config;
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
  const bundled = openEmbedder({ modelDir: config.modelsDir });
  const embedders = configuredEmbedders(bundled, config.embedding);
  shutdown.add('embedders', () => embedders.close());
  const { stores, maintain, lost } = await openStores(config, database, records);
  shutdown.add('knowledge', () => stores.close());
  const blobs = new FolderBlobStore(config.uploadsDir);

  const composition = composeIngestion({
    records,
    stores,
    store: config.knowledge.store,
    embedders,
    blobs,
    probes: readFolderProbes(config.personasDir),
    log,
  });
  const { ingestions, common, generations, places, projection } = records;
  const worker = await startIngestion({
    ingest: composition.ingest,
    erasures: { unfinished: composition.unfinishedErasures, erase: composition.erase },
    queues,
    personasWithWork: async () => [
      ...new Set([
        ...(await ingestions.personasWithWork()),
        ...(await generations.personasWithWork()),
      ]),
    ],
    async personasBehind(within) {
      for (const { personaId, generation } of await lost(within))
        await projection.forgetGeneration(personaId, generation);
      return places.behind(config.knowledge.store);
    },
    sweepMs: config.sweepMs,
  });
  shutdown.add('worker', () => worker.close());
  const tasks = runTasks({
    tasks: records.tasks,
    handlers: taskHandlers(composition, blobs),
    log,
  });
  shutdown.add('tasks', () => tasks.close());
  const maintenance = startMaintenance({
    database,
    maintainStores: maintain,
    ingestions,
    common,
    blobs,
    log,
  });
  shutdown.add('maintenance', () => maintenance.close());
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

  const lease = await records.leases.take(loadLease, loadLeaseMs);
  if (lease === null) return;
  try {
    const { failed } = await loadPersonas(
      { ...records, poke: (persona) => queues.poke(ingestPersona, persona) },
      resolve(config.personasDir),
    );
    for (const { folder, error } of failed)
      log.error({ err: error, folder }, 'persona was not loaded');
  } finally {
    await records.leases.release(lease);
  }
}
