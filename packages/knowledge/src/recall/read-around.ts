import type { Candidate, CandidateQuery, KnowledgeReader } from '../knowledge-store.ts';

export interface Around {
  /** The candidates' neighbours. */
  near: Candidate[];
  /** Neighbours of both that are neither. */
  further: Candidate[];
}

/**
 * What stands around the candidates. Where the store says with a candidate what stands further around it, both come
 * in one question, and only what that did not tell is asked again.
 */
export async function readAround(
  store: Pick<KnowledgeReader, 'passages'>,
  candidates: readonly Candidate[],
  query: Omit<CandidateQuery, 'limit'>,
  signal: AbortSignal,
): Promise<Around> {
  const nearIds = new Set(neighbourIds(candidates));
  const there = new Set(candidates.map(({ passage }) => passage.passageId));
  const asked = new Set(nearIds);
  for (const { around = [] } of candidates)
    for (const id of around) if (!there.has(id)) asked.add(id);
  const found = await store.passages([...asked], query, signal);
  const near = found.filter(({ passage }) => nearIds.has(passage.passageId));
  const rest = new Map(
    found.flatMap((one) => {
      const { passageId } = one.passage;
      return nearIds.has(passageId) ? [] : [[passageId, one] as const];
    }),
  );
  const wanted = neighbourIds([...candidates, ...near]);
  const further = wanted.flatMap((id) => rest.get(id) ?? []);
  const untold = wanted.filter((id) => !asked.has(id));
  if (untold.length > 0) further.push(...(await store.passages(untold, query, signal)));
  return { near, further };
}

/** Ids of neighbours that are not among the passages themselves. */
function neighbourIds(passages: readonly Candidate[]): string[] {
  const there = new Set<string>();
  for (const { passage } of passages) there.add(passage.passageId);
  const around = new Set<string>();
  for (const { passage } of passages) {
    for (const id of passage.before) if (!there.has(id)) around.add(id);
    for (const id of passage.after) if (!there.has(id)) around.add(id);
  }
  return [...around];
}
