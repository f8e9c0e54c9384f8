import type { Logger, Telemetry } from '@personate/chassis';
import {
  checkDatabase,
  checkQdrant,
  checkQueues,
  checkUploads,
  diagnose,
} from '@personate/cluster';
import type { Similarity } from '@personate/conversation';
import { composeEvolution } from '@personate/evolution-service';
import {
  chooseAspectModels,
  chooseReranker,
  chooseTunedSpeaker,
  composeGateway,
  describeStatus,
  type StatusParts,
} from '@personate/gateway';
import {
  chooseDraftModel,
  composeIngestion,
  readFolderProbes,
  type chooseTuningEndpoint,
} from '@personate/ingestion-service';
import type { KnowledgeStores } from '@personate/knowledge';
import type { Speaker } from '@personate/language';
import type { Queues } from '@personate/queues';
import { openRepositories, type BlobStore, type Database } from '@personate/records';

export interface Parts extends Omit<StatusParts, 'form' | 'generations'> {
  log: Logger;
  telemetry: Telemetry;
  database: Database;
  queues: Queues;
  stores: KnowledgeStores;
  speaker: Speaker;
  fallback: Speaker;
  similarity: Similarity;
  blobs: BlobStore;
  tuning: Awaited<ReturnType<typeof chooseTuningEndpoint>>;
  keepRetiredMs?: number | undefined;
  adminKey: string;
  now: () => Date;
}

export type Composition = ReturnType<typeof compose>;

/** The three services over one database, joined in this process. */
export function compose(parts: Parts) {
  const { config, log, telemetry, database, queues, stores, embedders, blobs, now } = parts;
  const records = openRepositories(database.kysely);
  const ingestion = composeIngestion({
    records,
    stores,
    store: config.knowledge.store,
    embedders,
    blobs,
    personasDir: config.personasDir,
    probes: readFolderProbes(config.personasDir),
    draftModel: chooseDraftModel(config),
    tuning: parts.tuning,
    log,
    ...(parts.keepRetiredMs === undefined ? {} : { keepRetiredMs: parts.keepRetiredMs }),
  });
  const evolve = composeEvolution({ records, quietMs: config.quietMs, now, log });
  const gateway = composeGateway({
    records,
    queues,
    stores,
    embedders,
    embeddingPatienceMs: config.embedding.endpoint?.patienceMs,
    ...chooseReranker(config, log),
    speaker: parts.speaker,
    ...chooseTunedSpeaker(config),
    fallback: parts.fallback,
    similarity: parts.similarity,
    aspects: chooseAspectModels(config),
    uploads: blobs,
    ingestion,
    adminKey: parts.adminKey,
    quietMs: config.quietMs,
    health: {
      database: () => database.pool.query('SELECT 1'),
      queue: () => queues.counts(),
    },
    status: (_, maySee) =>
      describeStatus({ ...parts, generations: records.generations, form: 'embedded' }, maySee),
    diagnose: (signal) =>
      diagnose(
        [
          checkDatabase(database),
          checkQueues(queues),
          ...(config.knowledge.store === 'pgvector' ? [] : [checkQdrant(records.grants)]),
          checkUploads(blobs),
        ],
        signal,
      ),
    now,
    telemetry,
    log,
  });
  return { records, ingestion, evolve, gateway };
}
