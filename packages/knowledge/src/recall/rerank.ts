import type { Reranker } from '../reranking/reranker.ts';
import type { Ranked } from './rescore.ts';
import { normalise } from './scores.ts';

/** Each is read with the question: that takes a cross-encoder some milliseconds. */
const mostRead = 30;

/** The best ones again: what the reranker says counts as much as what all the other scores together tell of them. */
export async function rerank(
  reranker: Reranker,
  question: string,
  ranked: readonly Ranked[],
  signal: AbortSignal,
): Promise<readonly Ranked[]> {
  const head = ranked.slice(0, mostRead);
  const texts = head.map(({ item }) => item.passage.text);
  const scores = await reranker.score(question, texts, signal);
  if (scores === null || head.length === 0) return ranked;
  const spread = (head[0]?.score ?? 0) - (head.at(-1)?.score ?? 0);
  const shares = normalise(Float64Array.from(scores));
  const again = head.map((entry, i): Ranked => {
    const share = spread * (shares[i] ?? 0);
    return { ...entry, score: entry.score + share, shares: { ...entry.shares, rerank: share } };
  });
  return [...again.toSorted((a, b) => b.score - a.score), ...ranked.slice(mostRead)];
}
