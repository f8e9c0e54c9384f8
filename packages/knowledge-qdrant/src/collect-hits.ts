import type { Candidate } from '@personate/knowledge';
import type { Schemas } from '@qdrant/js-client-rest';
import { fromPayload } from './passage-point.ts';
import { QdrantFailure } from './qdrant-failure.ts';

type Hit = Schemas['ScoredPoint'];

/** The passages of one query's hits, with their cosine. */
export function collectHits(
  found: readonly Hit[],
  shown: string,
): Array<Omit<Candidate, 'lexical'>> {
  const hits = found.map(({ id, score, payload }) => {
    const stored = fromPayload(payload);
    if (stored === null)
      throw new QdrantFailure('alien', shown, `point ${id} is none that Personate wrote`);
    return { ...stored, dense: score };
  });
  // A search may run while a document is being replaced: of two versions only the later one counts.
  const latest = new Map<string, number>();
  for (const { passage, written } of hits)
    latest.set(passage.documentKey, Math.max(written, latest.get(passage.documentKey) ?? 0));
  return hits.flatMap(({ written, ...hit }) =>
    written === latest.get(hit.passage.documentKey) ? [hit] : [],
  );
}
