import type {
  Candidate,
  CandidateQuery,
  KnowledgeReader,
  TermStatistics,
} from '../knowledge-store.ts';
import { dateTermsOf, termsOf } from './passage-words.ts';
import { weighTerms } from './weigh-terms.ts';

/** Who stands in more passages than this is no secret of one document. */
const mostHidden = 30;

/**
 * The statistics without those of the terms that stand only where this asker may not look. Terms are counted over all
 * groups and times: whether a name counts as known would tell who stands in another group's documents.
 */
export async function termsSeen(
  store: Pick<KnowledgeReader, 'candidates'>,
  terms: readonly string[],
  given: {
    statistics: TermStatistics;
    candidates: readonly Candidate[];
    visible: Pick<CandidateQuery, 'audience' | 'asOf'>;
    signal: AbortSignal;
  },
): Promise<TermStatistics> {
  const { statistics, candidates, visible, signal } = given;
  const often = (term: string): number => statistics.frequency.get(term) ?? 0;
  const hidden = new Set(terms.filter((term) => often(term) > 0 && often(term) <= mostHidden));
  const see = (found: readonly Candidate[]): void => {
    for (const { passage } of found)
      for (const term of [...termsOf(passage), ...dateTermsOf(passage)]) hidden.delete(term);
  };
  // Most terms stand in what was found: then nothing more is asked.
  if (hidden.size > 0) see(candidates);
  if (hidden.size === 0) return statistics;
  const query = { vector: null, terms: weighTerms([...hidden], statistics), ...visible };
  // As many as all of them may stand in: none is crowded out by another.
  const limit = [...hidden].reduce((sum, term) => sum + often(term), 0);
  see(await store.candidates({ ...query, limit }, signal));
  const frequency = new Map(statistics.frequency);
  for (const term of hidden) frequency.delete(term);
  return { ...statistics, frequency };
}
