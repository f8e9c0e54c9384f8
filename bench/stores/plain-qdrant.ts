import {
  analyse,
  generationName,
  sparseQuery,
  type GenerationSpec,
  type GenerationStatistics,
} from '../../packages/knowledge/src/index.ts';
import { weighTerms } from '../../packages/knowledge/src/recall/weigh-terms.ts';
import { QdrantConnection } from '../../packages/knowledge-qdrant/src/qdrant-connection.ts';
import type { Asked } from './zipf.ts';

const limit = 30;
const builtWithinMs = 300_000;

/** What Qdrant does by itself on the same collection: both searches and their fusion, in one call. */
export class PlainQdrant {
  readonly #connection: QdrantConnection;
  readonly #statistics: GenerationStatistics;

  constructor(given: { url: string; apiKey: string; statistics: GenerationStatistics }) {
    const { url, apiKey, statistics } = given;
    this.#connection = new QdrantConnection({ url, key: apiKey, timeoutMs: 10_000 });
    this.#statistics = statistics;
  }

  /** Asked before anything is timed: it is recall's work, not the query's. */
  async weigh(
    spec: GenerationSpec,
    { text }: Asked,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>> {
    const terms = [...new Set(analyse(text, 'en'))];
    return weighTerms(terms, await this.#statistics.terms(spec, terms, signal));
  }

  async hybrid(
    spec: GenerationSpec,
    { vector }: Asked,
    terms: ReadonlyMap<string, number>,
    signal: AbortSignal,
  ): Promise<unknown> {
    return this.#connection.call(
      (api, init) =>
        api.queryPoints(
          {
            collection_name: generationName(spec),
            prefetch: [
              { query: Array.from(vector), using: 'dense', limit },
              { query: { ...sparseQuery(terms) }, using: 'terms', limit },
            ],
            query: { fusion: 'rrf' },
            limit,
            // The packed sentences stay behind, as recall leaves them.
            with_payload: ['passage'],
          },
          init,
        ),
      { signal },
    );
  }

  /** Waits until Qdrant has built its graph, so that it does not search and build at once. */
  async optimised(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    const until = performance.now() + builtWithinMs;
    while (performance.now() < until) {
      const { status } = await this.#connection.call(
        (api, init) => api.getCollection({ collection_name: generationName(spec) }, init),
        { signal },
      );
      if (status === 'green') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Qdrant was not done within five minutes');
  }
}
