import type { Embedder } from '../embedder.ts';
import type { Embedders } from '../embedding/open-embedders.ts';

export interface ObservedEmbedding {
  /** `bundled`, or the name of a model in the settings. */
  embedder: string;
  use: 'question' | 'passage';
}

/** The same embedders, each `embed` told; resolves and rejects as the work does. */
export function observedEmbedders(
  embedders: Embedders,
  observe: <Result>(about: ObservedEmbedding, work: () => Promise<Result>) => Promise<Result>,
): Embedders {
  const wrapped = new WeakMap<Embedder, Embedder>();
  function observed(embedder: Embedder): Embedder {
    const known = wrapped.get(embedder);
    if (known !== undefined) return known;
    const name = embedder === embedders.bundled ? 'bundled' : 'endpoint';
    const made: Embedder = {
      identity: embedder.identity,
      dimensions: embedder.dimensions,
      maxTokens: embedder.maxTokens,
      countTokens: (text) => embedder.countTokens(text),
      embed: (texts, signal, options) =>
        observe({ embedder: name, use: options?.as ?? 'passage' }, () =>
          embedder.embed(texts, signal, options),
        ),
      close: () => embedder.close(),
    };
    wrapped.set(embedder, made);
    return made;
  }
  return {
    bundled: observed(embedders.bundled),
    names: embedders.names,
    named: async (name, signal) => observed(await embedders.named(name, signal)),
    of: async (generation, signal) => observed(await embedders.of(generation, signal)),
    has: (identity) => embedders.has(identity),
    close: () => embedders.close(),
  };
}
