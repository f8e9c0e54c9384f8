import type { Embedder } from '../embedder.ts';

/** Numbers of a text's letters: for tests of what needs vectors, and no meaning. */
export function letterEmbedder(dimensions = 8): Embedder {
  return {
    identity: `letters/${dimensions}`,
    dimensions,
    maxTokens: 256,
    countTokens: async (text) => text.split(/\s+/u).length,
    embed: async (texts) =>
      texts.map((text) => {
        const vector = new Float32Array(dimensions);
        for (const letter of text) vector[(letter.codePointAt(0) ?? 0) % dimensions]! += 1;
        return vector;
      }),
    close: async () => undefined,
  };
}
