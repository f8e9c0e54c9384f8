import { join } from 'node:path';
import type { Config, Logger, Shutdown, Telemetry } from '@personate/chassis';
import {
  observeEmbedders,
  observeQueues,
  observeStatements,
  observeStores,
  watchConnections,
  watchQueues,
} from '@personate/cluster';
import { createSimilarity } from '@personate/conversation';
import { chooseSpeaker } from '@personate/gateway';
import { openStores } from '@personate/ingestion-service';
import { analyse, configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { ExtractiveSpeaker } from '@personate/language';
import { openQueues, queueSearchPath } from '@personate/queues';
import {
  FolderBlobStore,
  openDatabase,
  openRepositories,
  type DataDirLock,
} from '@personate/records';
import { sql } from 'kysely';
import type { StartOptions } from './start-all-in-one.ts';

export interface Ground {
  config: Config;
  dataDir: string;
  lock: DataDirLock;
  log: Logger;
  shutdown: Shutdown;
  telemetry: Telemetry;
}

/** The adapters of the embedded form, each closed by `shutdown`. */
export async function openParts(
  { config, dataDir, lock, log, shutdown, telemetry }: Ground,
  given: Pick<StartOptions, 'embedder' | 'speaker' | 'signal' | 'onOpen'>,
) {
  const database = await openDatabase({
    kind: 'embedded',
    dataDir,
    lock,
    onStatement: observeStatements(telemetry, 'pglite'),
  });
  shutdown.add('database', () => database.close());
  given.onOpen?.();
  given.signal?.throwIfAborted();
  // This process holds the folder alone: whoever held a lease here before is gone.
  await sql`UPDATE records.lease SET expires_at = clock_timestamp()`.execute(database.kysely);

  const bundled = given.embedder ?? openEmbedder({ modelDir: join(dataDir, 'models') });
  const embedders = observeEmbedders(telemetry, configuredEmbedders(bundled, config.embedding));
  shutdown.add('embedders', () => embedders.close());
  const records = openRepositories(database.kysely);
  const { stores: bare, described, ...keeping } = await openStores(config, database, records);
  const stores = observeStores(telemetry, config.knowledge.store, bare);
  shutdown.add('knowledge', () => stores.close());
  const queues = await openQueues({
    kind: 'postgres-pool',
    pool: database.poolFor({ searchPath: queueSearchPath, quiet: true }),
    log,
    observer: observeQueues(telemetry),
  });
  watchQueues(telemetry.metrics, queues);
  watchConnections(telemetry, database.pool);
  shutdown.add('queues', () => queues.close());

  const similarity = createSimilarity(bundled);
  const extractive = new ExtractiveSpeaker({ analyse, similarity });
  return {
    database,
    embedders,
    stores,
    described,
    keeping,
    queues,
    similarity,
    speaker: given.speaker ?? chooseSpeaker(config) ?? extractive,
    fallback: extractive,
    blobs: new FolderBlobStore(join(dataDir, 'uploads')),
  };
}
