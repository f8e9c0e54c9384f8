export interface Metrics {
  questions: number;
  recall5: number;
  recall10: number;
  recall20: number;
  reciprocalRank: number;
  ndcg10: number;
}

/**
 * Of one question: which of the relevant documents stand where among the results (each document once). Where any
 * one of them will do, finding one is finding all.
 */
export function measure(
  { relevant, anyOf }: { relevant: readonly string[]; anyOf: boolean },
  results: readonly string[],
): Metrics {
  const wanted = new Set(relevant);
  const ranked = [...new Set(results)];
  const recall = (k: number): number => {
    const hits = ranked.slice(0, k).filter((id) => wanted.has(id)).length;
    return anyOf ? Math.min(1, hits) : hits / wanted.size;
  };
  const first = ranked.findIndex((id) => wanted.has(id));
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  let dcg = 0;
  for (const [place, id] of ranked.slice(0, 10).entries()) if (wanted.has(id)) dcg += gain(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(10, wanted.size); place++) ideal += gain(place);
  return {
    questions: 1,
    recall5: recall(5),
    recall10: recall(10),
    recall20: recall(20),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: dcg / ideal,
  };
}

/** Mean over questions. */
export function mean(all: readonly Metrics[]): Metrics {
  const average = (of: (metrics: Metrics) => number): number =>
    all.reduce((sum, metrics) => sum + of(metrics), 0) / Math.max(1, all.length);
  return {
    questions: all.length,
    recall5: average((m) => m.recall5),
    recall10: average((m) => m.recall10),
    recall20: average((m) => m.recall20),
    reciprocalRank: average((m) => m.reciprocalRank),
    ndcg10: average((m) => m.ndcg10),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
