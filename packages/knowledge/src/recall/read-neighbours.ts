import type { Candidate, CandidateQuery, KnowledgeReader } from '../knowledge-store.ts';

/** What stands beside some passages, as far as the asker may see it and it is not `known` already. */
export async function readNeighbours(
  store: Pick<KnowledgeReader, 'passages'>,
  passages: readonly Candidate[],
  given: {
    /** How many on each side. */
    reach: number;
    known: ReadonlyMap<string, unknown>;
    query: Omit<CandidateQuery, 'limit'>;
    signal: AbortSignal;
  },
): Promise<Candidate[]> {
  const { reach, known, query, signal } = given;
  const wanted = new Set<string>();
  for (const { passage } of passages)
    for (const side of [passage.before, passage.after])
      for (const id of side.slice(0, reach)) if (!known.has(id)) wanted.add(id);
  return wanted.size === 0 ? [] : store.passages([...wanted], query, signal);
}
