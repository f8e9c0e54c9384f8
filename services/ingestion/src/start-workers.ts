import type { Config, Logger, Shutdown } from '@personate/chassis';
import type { Queues } from '@personate/queues';
import type { BlobStore, Database, Repositories } from '@personate/records';
import type { IngestionComposition } from './compose-ingestion.ts';
import type { OpenedStores } from './open-stores.ts';
import { runTraining } from './run-training.ts';
import { startIngestion } from './start-ingestion.ts';
import { startMaintenance } from './start-maintenance.ts';

export interface WorkersParts {
  composition: IngestionComposition;
  database: Pick<Database, 'maintain'>;
  records: Pick<
    Repositories,
    'ingestions' | 'common' | 'generations' | 'places' | 'projection' | 'personas' | 'trainingRuns'
  >;
  queues: Pick<Queues, 'work' | 'poke'>;
  stores: Pick<OpenedStores, 'maintain' | 'lost'>;
  blobs: Pick<BlobStore, 'sweep'>;
}

/** What ingestion does by itself, in both forms: works off what waits, and keeps its stores in order. */
export async function startWorkers(
  parts: WorkersParts,
  { config, log, shutdown }: { config: Config; log: Logger; shutdown: Shutdown },
): Promise<void> {
  const { composition, database, records, queues, stores, blobs } = parts;
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
    async personasBehind(signal) {
      for (const { personaId, generation } of await stores.lost(signal))
        await projection.forgetGeneration(personaId, generation);
      return places.behind(config.knowledge.store);
    },
    sweepMs: config.sweepMs,
  });
  shutdown.add('ingestion', () => worker.close());
  const training = runTraining({
    runs: records.trainingRuns,
    personas: records.personas,
    set: composition.training.set,
    endpoint: composition.training.endpoint,
    now: () => new Date(),
    log,
    pollMs: config.training.pollMs,
  });
  shutdown.add('training', () => training.close());
  const maintenance = startMaintenance({
    database,
    maintainStores: stores.maintain,
    ingestions,
    common,
    blobs,
    log,
  });
  shutdown.add('maintenance', () => maintenance.close());
}
