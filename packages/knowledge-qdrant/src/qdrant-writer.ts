import {
  checkPassages,
  defaultAverageLength,
  type EmbeddedPassage,
  type GenerationSpec,
  type KnowledgeWriter,
} from '@personate/knowledge';
import type { KeyedQueue } from './keyed-queue.ts';
import { toPoint } from './passage-point.ts';
import type { Placement } from './placement.ts';
import { planWrites, type Operation, type WriteLimits } from './plan-writes.ts';
import type { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';

export interface QdrantWriterDeps {
  connection: QdrantConnection;
  placement: Placement;
  queue: KeyedQueue;
  limits: WriteLimits;
  /** Greater at every call. */
  nextStamp: () => number;
}

export class QdrantWriter implements KnowledgeWriter {
  readonly #deps: QdrantWriterDeps;
  readonly #spec: GenerationSpec;
  readonly #collection: string;

  constructor(deps: QdrantWriterDeps, spec: GenerationSpec) {
    this.#deps = deps;
    this.#spec = spec;
    this.#collection = deps.placement.collection(spec);
  }

  /**
   * Each document is replaced whole or not at all (`planWrites`); of several, a failure may leave the first
   * ones replaced, and repeating the call makes the rest so.
   */
  async replaceDocuments(
    documentKeys: readonly string[],
    passages: readonly EmbeddedPassage[],
    signal: AbortSignal,
  ): Promise<void> {
    checkPassages(this.#spec, documentKeys, passages);
    signal.throwIfAborted();
    const { placement, queue, limits, nextStamp } = this.#deps;
    const tenant = placement.tenant(this.#spec);
    const byDocument = new Map<string, EmbeddedPassage[]>(documentKeys.map((key) => [key, []]));
    for (const passage of passages) byDocument.get(passage.documentKey)?.push(passage);
    // Qdrant applies the operations of one request after each other, but those of two in between each other.
    await queue.run(this.#collection, signal, async () => {
      const written = nextStamp();
      const averageLength = this.#spec.averageLength ?? defaultAverageLength;
      const documents = [...byDocument].map(([documentKey, some]) => ({
        documentKey,
        points: some.map((passage) =>
          toPoint(passage, {
            id: placement.pointId(this.#spec, passage.passageId),
            averageLength,
            written,
            tenant,
          }),
        ),
      }));
      for (const operations of planWrites(documents, tenant, limits))
        await this.#apply(operations, signal);
    });
  }

  /** Qdrant builds its graphs by itself; a collection whose optimiser failed serves slowly, and says why here. */
  async settle(signal: AbortSignal): Promise<void> {
    const { connection } = this.#deps;
    const { optimizer_status: status } = await connection.call(
      (api, init) => api.getCollection({ collection_name: this.#collection }, init),
      { signal },
    );
    if (status !== 'ok')
      throw new QdrantFailure('internal', connection.shown, JSON.stringify(status).slice(0, 300));
  }

  async #apply(operations: Operation[], signal: AbortSignal): Promise<void> {
    const { connection } = this.#deps;
    const results = await connection.call(
      (api, init) =>
        api.batchUpdate({ collection_name: this.#collection, wait: true, operations }, init),
      { signal },
    );
    // Accepted is not done: what is told to be written has to be found.
    const undone = results.find(({ status }) => status !== 'completed');
    if (undone !== undefined)
      throw new QdrantFailure('timeout', connection.shown, `a write is only ${undone.status}`);
  }
}
