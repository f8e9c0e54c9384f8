import type { Candidate } from '@personate/knowledge';
import type { Schemas } from '@qdrant/js-client-rest';
import { fromPayload } from './passage-point.ts';
import { QdrantFailure } from './qdrant-failure.ts';

type Hit = Schemas['ScoredPoint'];

/**
 * Joins the two lists of one query: passages with their cosine, and what their terms score.
 *
 * @param nearest all hits, with payload
 * @param matching those that hold a term, without
 */
export function collectHits(
  nearest: readonly Hit[],
  matching: readonly Hit[],
  shown: string,
): Candidate[] {
  const lexical = new Map(matching.map(({ id, score }) => [id, score]));
  const hits = nearest.map(({ id, score, payload }) => {
    const stored = fromPayload(payload);
    if (stored === null)
      throw new QdrantFailure('alien', shown, `point ${id} is none that Personate wrote`);
    return { ...stored, dense: score, lexical: lexical.get(id) ?? 0 };
  });
  // A search may run while a document is being replaced: of two versions only the later one counts.
  const latest = new Map<string, number>();
  for (const { passage, written } of hits)
    latest.set(passage.documentKey, Math.max(written, latest.get(passage.documentKey) ?? 0));
  return hits.flatMap(({ passage, written, dense, lexical: terms }) =>
    written === latest.get(passage.documentKey) ? [{ passage, dense, lexical: terms }] : [],
  );
}
