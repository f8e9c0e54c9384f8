import { call, outcomeOf, traced, type Telemetry } from '@personate/chassis';
import {
  observedEmbedders,
  observedStores,
  type Embedders,
  type KnowledgeStores,
} from '@personate/knowledge';

/** The same embedders; how long each call of them takes. */
export function observeEmbedders(
  { metrics: { embeddings }, tracer }: Telemetry,
  embedders: Embedders,
): Embedders {
  return observedEmbedders(embedders, (about, work) => {
    const attributes = { 'personate.embedder': about.embedder, 'personate.use': about.use };
    return traced(tracer, 'embed', { attributes, onlyInside: true }, async () => {
      const startedAt = performance.now();
      const ended = (outcome: string): void =>
        embeddings.observe({ ...about, outcome }, (performance.now() - startedAt) / 1_000);
      try {
        const vectors = await work();
        ended('ok');
        return vectors;
      } catch (error) {
        ended(outcomeOf(error));
        throw error;
      }
    });
  });
}

/** The same knowledge stores; how long each call of them takes. @param store which kind, as the settings name it. */
export function observeStores<Stores extends Pick<KnowledgeStores, 'reader' | 'close'>>(
  telemetry: Telemetry,
  store: string,
  stores: Stores,
): Stores {
  return observedStores(stores, (operation, work) => call(telemetry, store, operation, work));
}
