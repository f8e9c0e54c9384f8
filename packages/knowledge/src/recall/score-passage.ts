import type { Passage } from '@personate/contracts';
import { saturation } from '../lexical/lexical-index.ts';
import { dateTermsOf, termsOf } from './passage-words.ts';

/**
 * BM25 of a passage for the terms of a question: what `sparseVector` and `sparseQuery` multiply to, where a store
 * gives no score of its own. Its terms are those that rescoring counts anyway.
 *
 * @param averageLength terms of a mean passage; see `GenerationSpec`
 */
export function scorePassage(
  passage: Passage,
  asked: ReadonlyMap<string, number>,
  averageLength: number,
): number {
  const terms = [termsOf(passage), dateTermsOf(passage)];
  const length = terms.reduce((sum, some) => sum + some.length, 0);
  const counts = new Map<string, number>();
  for (const some of terms)
    for (const term of some) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  let score = 0;
  for (const [term, count] of counts)
    score += Math.max(0, asked.get(term) ?? 0) * saturation(count, length, averageLength);
  return score;
}
