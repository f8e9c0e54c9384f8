import { resolve } from 'node:path';
import type { ServiceGround } from '@personate/chassis';
import {
  observeEmbedders,
  observeStores,
  observeTasks,
  openBlobStore,
  openGround,
  serveHealth,
  tellInstance,
  watchQueues,
} from '@personate/cluster';
import { configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { ingestPersona } from '@personate/queues';
import { chooseDraftModel } from './choose-draft-model.ts';
import { chooseTuningEndpoint } from './choose-tuning-endpoint.ts';
import { composeIngestion } from './compose-ingestion.ts';
import { loadPersonas } from './load-personas.ts';
import { openStores } from './open-stores.ts';
import { readFolderProbes } from './read-folder-probes.ts';
import { runTasks } from './run-tasks.ts';
import { taskHandlers } from './task-handlers.ts';
import { startWorkers } from './start-workers.ts';

/** Personas of the start folder are looked at by one of several at a time. */
const loadLease = 'load-personas';
const loadLeaseMs = 60_000;
/** The longest that it has: taking a large persona out of the records. */
const statementMs = 10 * 60_000;

/** Ingestion of a cluster: any number of them; it alone reads documents whole and writes knowledge. */
export async function startIngestionService(ground: ServiceGround): Promise<void> {
  const { config, log, shutdown, telemetry } = ground;
  const { database, records, queues, checks } = await openGround(ground, { statementMs });
  const bundled = openEmbedder({ modelDir: config.modelsDir });
  const embedders = observeEmbedders(telemetry, configuredEmbedders(bundled, config.embedding));
  shutdown.add('embedders', () => embedders.close());
  const { stores, ...keeping } = await openStores(config, database, records);
  shutdown.add('knowledge', () => stores.close());
  const blobs = await openBlobStore(config);

  const composition = composeIngestion({
    records,
    stores: observeStores(telemetry, config.knowledge.store, stores),
    store: config.knowledge.store,
    embedders,
    blobs,
    personasDir: config.personasDir,
    probes: readFolderProbes(config.personasDir),
    draftModel: chooseDraftModel(config),
    tuning: await chooseTuningEndpoint(config),
    log,
  });
  watchQueues(telemetry.metrics, queues, records.tasks);
  await tellInstance(ground, records, 'ingestion');
  await startWorkers({ composition, database, records, queues, stores: keeping, blobs }, ground);
  const tasks = runTasks({
    tasks: records.tasks,
    handlers: taskHandlers(composition, blobs),
    observer: observeTasks(telemetry),
    log,
  });
  shutdown.add('tasks', () => tasks.close());
  await serveHealth(ground, checks);

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
