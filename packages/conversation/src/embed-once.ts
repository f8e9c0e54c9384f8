import type { Embedder } from '@personate/knowledge';
import { bareQuestion } from './bare-question.ts';
import type { Similarity } from './similarity.ts';

interface Question {
  /** As they are wanted in this turn; empty ones are passed over. */
  texts: readonly string[];
  /** The persona's: recall and the close reading leave them out. */
  names: readonly string[];
  signal: AbortSignal;
}

/**
 * The embedder for recall, sharing with the close reading what the turn embeds of its question: in one batch, which
 * goes off while recall counts terms.
 */
export function embedOnce(
  embedder: Embedder,
  similarity: Similarity,
  { texts, names, signal }: Question,
): Embedder {
  const wanted = texts.flatMap((text) => [bareQuestion(text, names), text]);
  const going = similarity.vectors(wanted, signal);
  // Who asks for one of them learns of a failure then.
  going.catch(() => undefined);
  if (embedder.identity !== similarity.identity) return embedder;
  return {
    identity: embedder.identity,
    dimensions: embedder.dimensions,
    maxTokens: embedder.maxTokens,
    countTokens: (text) => embedder.countTokens(text),
    async embed(some, abort, options) {
      await going;
      const vectors = await similarity.vectors(some, abort);
      // A text without words is refused as it would have been.
      return vectors.every((vector) => vector !== null) ? vectors : embedder.embed(some, abort, options); // prettier-ignore
    },
    close: () => embedder.close(),
  };
}
