import type {
  GenerationSpec,
  KnowledgeReader,
  KnowledgeStores,
  KnowledgeWriter,
} from '@personate/knowledge';
import { checkEnforcement, type QdrantFacts } from './check-enforcement.ts';
import { dropGeneration, holdsGeneration } from './drop-generation.ts';
import { ensureCollection } from './ensure-collection.ts';
import {
  grantReading,
  grantsAt,
  isDue,
  renewReadTokens,
  type GrantOptions,
} from './grant-reading.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { ownCollection, sharedCollection, type Placement } from './placement.ts';
import { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';
import {
  placementOf,
  QdrantKnowledgeReaders,
  type QdrantKnowledgeReadersOptions,
} from './qdrant-knowledge-readers.ts';
import { QdrantSnapshots } from './qdrant-snapshots.ts';
import { QdrantWriter } from './qdrant-writer.ts';
import type { ReadGrants } from './read-grants.ts';

export interface QdrantKnowledgeStoresOptions extends Omit<
  QdrantKnowledgeReadersOptions,
  'grants'
> {
  url: string;
  apiKey: string;
  grants: ReadGrants;
  /** Longest wait for a write with its repetitions; 60 s unless given. */
  writeTimeoutMs?: number;
  /** Longest wait for a snapshot to be made, fetched or restored; 10 minutes unless given. */
  snapshotTimeoutMs?: number;
  /** How long a read token lives; 14 days unless given. */
  tokenLifeMs?: number;
}

const dayMs = 86_400_000;
/** Far below the 32 MB of a request that Qdrant takes; more points a request write hardly faster. */
const writeLimits = { points: 128, bytes: 8_000_000 };

/**
 * What ingestion holds: the API key makes collections, fills and drops them, and signs the tokens by which they
 * are read. Readers that are opened here use such a token too, never the key.
 */
export class QdrantKnowledgeStores implements KnowledgeStores {
  readonly snapshots: QdrantSnapshots;
  readonly #url: string;
  readonly #connection: QdrantConnection;
  readonly #readers: QdrantKnowledgeReaders;
  readonly #placement: Placement;
  readonly #granting: GrantOptions;
  readonly #check: (signal: AbortSignal) => Promise<QdrantFacts>;
  readonly #queue = new KeyedQueue();
  #facts: QdrantFacts | undefined;
  #lastStamp = 0;

  constructor(options: QdrantKnowledgeStoresOptions) {
    const { url, apiKey, grants, retryDelaysMs, now = () => new Date() } = options;
    const repeating = retryDelaysMs === undefined ? {} : { retryDelaysMs };
    const timeoutMs = options.writeTimeoutMs ?? 60_000;
    this.#url = url;
    this.#connection = new QdrantConnection({ url, key: apiKey, timeoutMs, ...repeating });
    this.#readers = new QdrantKnowledgeReaders(options);
    this.#placement = placementOf(options.placement);
    this.#granting = { grants, apiKey, now, tokenLifeMs: options.tokenLifeMs ?? 14 * dayMs };
    this.snapshots = new QdrantSnapshots({
      url,
      apiKey,
      connection: this.#connection,
      placement: this.#placement,
      timeoutMs: options.snapshotTimeoutMs ?? 10 * 60_000,
    });
    this.#check = (signal) => checkEnforcement({ url, apiKey, timeoutMs, ...repeating }, signal);
  }

  /**
   * Asks once whether this Qdrant keeps personas apart, and which it is.
   *
   * @throws ExpectedError when it does not; see `checkEnforcement`
   */
  async facts(signal: AbortSignal): Promise<QdrantFacts> {
    this.#facts ??= await this.#check(signal);
    return this.#facts;
  }

  /**
   * @throws ExpectedError `knowledge.collection-missing` when the records say that the generation is there but it
   * was deleted, or made anew, behind our back: `drop` it, then create and project it again
   */
  async create(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    await this.facts(signal);
    const collection = this.#placement.collection(spec);
    const { isolation, plan } = this.#placement;
    const grant = await this.#granting.grants.find(spec);
    if (grant !== null && isolation === 'collection') await this.#expectThere(collection, signal);
    const epoch = await ensureCollection(this.#connection, { collection, plan, spec, signal });
    if (grant !== null && grant.epoch !== epoch)
      throw new QdrantFailure('missing', this.#connection.shown, `${collection} is another one`);
    const moved = grant?.url !== this.#url || grant.collection !== collection;
    if (grant === null || moved || isDue(this.#granting, grant))
      await grantReading(this.#granting, spec, { url: this.#url, collection, epoch });
  }

  async drop(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    // In both ways that it may lie here: the setting may have been the other one when it was written.
    for (const placement of [ownCollection, sharedCollection])
      await dropGeneration(this.#connection, placement, spec, signal);
    await this.#granting.grants.remove(spec);
    this.#readers.forget(spec);
  }

  /** In either of the ways that it may lie here. */
  async holds(spec: GenerationSpec, signal: AbortSignal): Promise<boolean> {
    for (const placement of [ownCollection, sharedCollection])
      if (await holdsGeneration(this.#connection, placement, spec, signal)) return true;
    return false;
  }

  reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader> {
    return this.#readers.reader(spec, signal);
  }

  async writer(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeWriter> {
    await this.create(spec, signal);
    return new QdrantWriter(
      {
        connection: this.#connection,
        placement: this.#placement,
        queue: this.#queue,
        limits: writeLimits,
        nextStamp: () => this.#nextStamp(),
      },
      spec,
    );
  }

  /** For ingestion's sweep; see `renewReadTokens`. */
  renewReadTokens(signal: AbortSignal): Promise<number> {
    return renewReadTokens(this.#granting, this.#url, signal);
  }

  /** Generations that the records know here and this Qdrant does not: to be asked at a start, one call for all. */
  async lost(signal: AbortSignal): Promise<GenerationSpec[]> {
    const { collections } = await this.#connection.call(
      (api, init) => api.getCollections({}, init),
      { signal },
    );
    const there = new Set(collections.map(({ name }) => name));
    const lost: GenerationSpec[] = [];
    for await (const { spec, grant } of grantsAt(this.#granting.grants, this.#url))
      if (!there.has(grant.collection)) lost.push(spec);
    return lost;
  }

  close(): Promise<void> {
    return this.#readers.close();
  }

  /** One that would be made anew, empty, while the records hold it for filled. */
  async #expectThere(collection: string, signal: AbortSignal): Promise<void> {
    const { exists } = await this.#connection.call(
      (api, init) => api.collectionExists({ collection_name: collection }, init),
      { signal },
    );
    if (!exists) throw new QdrantFailure('missing', this.#connection.shown, collection);
  }

  /** Microseconds since 1970, more or less: two writings in one instant differ too. */
  #nextStamp(): number {
    this.#lastStamp = Math.max(this.#lastStamp + 1, Date.now() * 1_000);
    return this.#lastStamp;
  }
}
