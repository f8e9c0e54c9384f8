import {
  inspectExport,
  mapPersona,
  checkErasure,
  removeDocument,
  runErasure,
  type EraseDeps,
  type IngestDeps,
} from '@personate/ingestion';
import type { Embedders, KnowledgeStores } from '@personate/knowledge';
import type { DraftModel } from '@personate/personas';
import type { BlobStore, Repositories } from '@personate/records';
import type { TuningEndpoint } from '@personate/training';
import { composeCommon } from './compose-common.ts';
import { composePacks } from './compose-packs.ts';
import { composeTraining } from './compose-training.ts';
import { deriveDraft, type DeriveDraftDeps } from './derive-draft.ts';
import { readGenerations } from './read-generations.ts';
import { openUploadedExports, readIngestions } from './read-ingestions.ts';

export interface IngestionParts {
  records: Pick<
    Repositories,
    | 'personas'
    | 'personaFiles'
    | 'common'
    | 'ingestions'
    | 'corpus'
    | 'projection'
    | 'embeddings'
    | 'generations'
    | 'revisions'
    | 'places'
    | 'leases'
    | 'erasures'
    | 'trainingRuns'
  >;
  stores: KnowledgeStores;
  /** Which kind they are, by the name in the settings. */
  store: string;
  embedders: Embedders;
  /** How long a store that served is kept after it was given up: answers under way may read it. */
  keepRetiredMs?: number;
  blobs: Pick<BlobStore, 'path' | 'put' | 'delete'>;
  /** Of an ingestion that names a path, only what lies below is read. */
  personasDir: string;
  /** Where a persona's folder has probes for it. */
  probes?: (personaId: string) => Promise<string | null>;
  log: IngestDeps['log'];
  /** Reads excerpts when a persona is derived; what an ingestion drafts by itself is counted. */
  draftModel?: DraftModel | undefined;
  /** Where models are tuned; absent or null: nowhere. */
  tuning?: TuningEndpoint | null;
  /** How long an erasure waits for others' work at a persona; 10 s unless given. */
  erasureWaitMs?: number;
}

export type IngestionComposition = ReturnType<typeof composeIngestion>;

/** Twice what the gateway gives an answer until it has recalled what it rests on. */
const keepRetiredMs = 120_000;
const draftMs = 120_000;

/** What ingestion needs, and what others ask of it: it alone reads the documents' texts. */
export function composeIngestion(parts: IngestionParts) {
  const { records, stores, store, embedders, blobs, log } = parts;
  const { personas, ingestions, corpus, projection, embeddings, generations, places, leases } =
    records;
  const draft: DeriveDraftDeps = {
    personas,
    corpus,
    ...(parts.draftModel === undefined ? {} : { model: parts.draftModel }),
  };

  const ingest: IngestDeps = {
    corpus,
    projection,
    embeddings,
    embedders,
    stores,
    generations: readGenerations(generations, parts.keepRetiredMs ?? keepRetiredMs),
    places: {
      store,
      find: (generation) => places.find(generation),
      settle: (generation, to) => places.settle(generation, to),
      isBehind: (personaId) => places.isBehind(store, personaId),
    },
    ingestions: readIngestions(ingestions, records.common, blobs, parts.personasDir),
    personas,
    leases,
    exports: openUploadedExports,
    uploads: { discard: (blobId) => blobs.delete(blobId) },
    async draft(personaId, ingestionId) {
      // What came with a persona's folder was written by hand: its YAML says who it is.
      if ((await ingestions.work(ingestionId))?.blobId == null) return;
      await deriveDraft(draft, { personaId, signal: AbortSignal.timeout(draftMs) });
    },
    log,
  };

  const inspect = async ({
    blobId,
    ...input
  }: Omit<Parameters<typeof inspectExport>[1], 'path'> & { blobId: string }) =>
    inspectExport(ingest, { ...input, path: await blobs.path(blobId, input.signal) });
  const { erasures } = records;
  const training = composeTraining(parts);
  const erasing: EraseDeps = {
    ...ingest,
    personas,
    ingestions,
    erasures,
    endTraining: training.end,
    ...(parts.erasureWaitMs === undefined ? {} : { waitMs: parts.erasureWaitMs }),
  };

  return {
    ingest,
    derive: (input: Parameters<typeof deriveDraft>[1]) => deriveDraft(draft, input),
    inspect,
    map: (input: Parameters<typeof mapPersona>[1]) =>
      mapPersona({ personas, generations, corpus }, input),
    packs: composePacks(parts),
    training,
    common: composeCommon(records.common, inspect),
    removeDocument: (input: Parameters<typeof removeDocument>[1]) => removeDocument(erasing, input),
    erase: (input: { erasureId: string; signal: AbortSignal }) => runErasure(erasing, input),
    checkErasure: (input: { erasureId: string; signal: AbortSignal }) =>
      checkErasure({ erasures, stores }, input),
    unfinishedErasures: () => erasures.unfinished(),
  };
}
