import { ExpectedError } from '@personate/contracts';
import type { EmbeddedPassage, GenerationSpec } from '../knowledge-store.ts';

/**
 * What no adapter may store: a vector of another space, a passage of a document that is not being replaced.
 *
 * @throws ExpectedError `knowledge.vector-mismatch`, `knowledge.foreign-passage`
 */
export function checkPassages(
  spec: GenerationSpec,
  documentKeys: readonly string[],
  passages: readonly EmbeddedPassage[],
): void {
  const keys = new Set(documentKeys);
  for (const { passageId, documentKey, vector } of passages) {
    if (vector.length !== spec.dimensions || !vector.every(Number.isFinite))
      throw new ExpectedError(
        'unprocessable',
        'knowledge.vector-mismatch',
        `Passage ${passageId} has a vector of ${vector.length} dimensions; generation ${spec.generation} takes ${spec.dimensions} finite ones.`,
        { fix: 'Embed it with the embedder of the generation, or project a new generation.' },
      );
    if (!keys.has(documentKey))
      throw new ExpectedError(
        'invalid',
        'knowledge.foreign-passage',
        `Passage ${passageId} belongs to document ${documentKey}, which is not among those replaced.`,
        { fix: 'Name every document whose passages are given.' },
      );
  }
}
