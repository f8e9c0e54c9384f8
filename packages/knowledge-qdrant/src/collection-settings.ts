import type { GenerationSpec } from '@personate/knowledge';
import type { Schemas } from '@qdrant/js-client-rest';

type Settings = Schemas['CreateCollection'];

export const denseVector = 'dense';
export const termVector = 'terms';

/** Moves when what is stored changes its form: such a generation has to be projected anew. */
export const layout = 1;

export interface PayloadIndex {
  field: string;
  schema: Schemas['PayloadFieldSchema'];
}

export interface CollectionPlan {
  settings(spec: GenerationSpec, epoch: string): Settings;
  indexes: readonly PayloadIndex[];
}

const vectors = (spec: GenerationSpec): Settings => ({
  // On disk: mapped from the file and cached by the system, so what is not asked for takes no memory.
  vectors: { [denseVector]: { size: spec.dimensions, distance: 'Cosine', on_disk: true } },
  // No `modifier: 'idf'`: the weights come with the question, from statistics that all stores share.
  sparse_vectors: { [termVector]: { index: { on_disk: true } } },
  // The texts are read for the few hits only.
  on_disk_payload: true,
});

const described = (spec: GenerationSpec, epoch: string) => ({
  metadata: { layout, embeddingIdentity: spec.embeddingIdentity, epoch },
});

/** Each costs about 18 ms at creation and much of a boot; whatever else is filtered by is read from the payload. */
const indexes: readonly PayloadIndex[] = [
  // Documents are replaced by it.
  { field: 'document', schema: { type: 'uuid', on_disk: true } },
  // Every search is filtered by it; with it a small audience is found without a scan.
  { field: 'seenBy', schema: { type: 'keyword', on_disk: true } },
];

/**
 * A collection that stays cheap when it is one of a thousand. With Qdrant's defaults 200 collections of 20 points
 * take 6.5 GB after a restart; with these 117 MB.
 */
export const ownPlan: CollectionPlan = {
  settings: (spec, epoch) => ({
    ...vectors(spec),
    hnsw_config: { on_disk: true },
    // One segment: every further one costs files, memory maps and a search of its own.
    optimizers_config: { default_segment_number: 1 },
    // A write-ahead log of 1 MB and none in reserve: by default 32 MB are laid out, twice.
    wal_config: { wal_capacity_mb: 1, wal_segments_ahead: 0 },
    ...described(spec, epoch),
  }),
  indexes,
};

/** One collection for many: it is large, so segments and log are as Qdrant has them. */
export const sharedPlan: CollectionPlan = {
  settings: (spec, epoch) => ({
    ...vectors(spec),
    // A graph for each tenant, none over all: nobody searches all.
    hnsw_config: { m: 0, payload_m: 16, on_disk: true },
    ...described(spec, epoch),
  }),
  indexes: [
    // Keeps a tenant's points together on disk, and gives each its own graph.
    { field: 'tenant', schema: { type: 'keyword', is_tenant: true, on_disk: true } },
    ...indexes,
  ],
};
