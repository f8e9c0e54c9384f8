import {
  generationName,
  type GenerationSpec,
  type GenerationStatistics,
  type KnowledgeReader,
  type KnowledgeStores,
} from '@personate/knowledge';
import { ownCollection, sharedCollection, type Placement } from './placement.ts';
import { QdrantReader } from './qdrant-reader.ts';
import { ReadConnections } from './read-connections.ts';
import type { ReadGrants } from './read-grants.ts';

export interface QdrantKnowledgeReadersOptions {
  grants: Pick<ReadGrants, 'find'>;
  statistics: GenerationStatistics;
  /** `collection` unless given: one for each generation, kept apart by Qdrant; `shared`: by our filter. */
  placement?: 'collection' | 'shared';
  /** Longest wait for a search with its repetitions; 5 s unless given. */
  readTimeoutMs?: number;
  retryDelaysMs?: readonly number[];
  /** Connections held at a time, one a persona; 1,000 unless given. */
  maxOpen?: number;
  now?: () => Date;
}

/** What a gateway holds: readers by the tokens in the records, and no key. */
export class QdrantKnowledgeReaders implements Pick<KnowledgeStores, 'reader' | 'close'> {
  readonly #connections: ReadConnections;
  readonly #placement: Placement;
  readonly #statistics: GenerationStatistics;

  constructor(options: QdrantKnowledgeReadersOptions) {
    const { grants, statistics, retryDelaysMs } = options;
    this.#statistics = statistics;
    this.#placement = placementOf(options.placement);
    this.#connections = new ReadConnections({
      grants,
      timeoutMs: options.readTimeoutMs ?? 5_000,
      limit: options.maxOpen ?? 1_000,
      now: options.now ?? (() => new Date()),
      ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
    });
  }

  async reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader> {
    signal.throwIfAborted();
    // Whatever is no UUID is refused here, not when the first question comes.
    generationName(spec);
    return new QdrantReader(
      {
        connections: this.#connections,
        placement: this.#placement,
        statistics: this.#statistics,
      },
      spec,
    );
  }

  /** The next read asks the records again. */
  forget(spec: GenerationSpec): void {
    this.#connections.forget(spec);
  }

  async close(): Promise<void> {
    this.#connections.clear();
  }
}

export function placementOf(name: 'collection' | 'shared' = 'collection'): Placement {
  return { collection: ownCollection, shared: sharedCollection }[name];
}
