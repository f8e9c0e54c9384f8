import type {
  Candidate,
  CandidateQuery,
  KnowledgeReader,
  TermStatistics,
} from '../knowledge-store.ts';
import { analyse } from '../lexical/analyse.ts';
import { dateTermsOf, termsOf } from './passage-words.ts';
import type { Understood } from './understand-question.ts';
import { weighTerms } from './weigh-terms.ts';

const mostLookedAt = 30;

/**
 * The statistics without the question's names that stand only where this asker may not look: terms are counted over
 * all groups, and whether a name is known would tell who stands in another group's documents.
 */
export async function namesSeen(
  store: Pick<KnowledgeReader, 'candidates'>,
  { names, language }: Pick<Understood, 'names' | 'language'>,
  given: {
    statistics: TermStatistics;
    candidates: readonly Candidate[];
    visible: Pick<CandidateQuery, 'audience' | 'asOf'>;
    signal: AbortSignal;
  },
): Promise<TermStatistics> {
  const { statistics, candidates, visible, signal } = given;
  const counted = new Set(
    names
      .flatMap((name) => analyse(name, language))
      .filter((term) => (statistics.frequency.get(term) ?? 0) > 0),
  );
  const see = (found: readonly Candidate[]): void => {
    for (const { passage } of found)
      for (const term of [...termsOf(passage), ...dateTermsOf(passage)]) counted.delete(term);
  };
  // Most names that are known stand in what was found: then nothing is asked.
  if (counted.size > 0) see(candidates);
  if (counted.size === 0) return statistics;
  // By weight: the rarer name is not crowded out by the other one.
  const terms = weighTerms([...counted], statistics);
  see(await store.candidates({ vector: null, terms, limit: mostLookedAt, ...visible }, signal));
  const frequency = new Map(statistics.frequency);
  for (const term of counted) frequency.delete(term);
  return { ...statistics, frequency };
}
