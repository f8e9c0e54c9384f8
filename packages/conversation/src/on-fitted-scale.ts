import type { RecalledPassage, RecallResult } from '@personate/knowledge';
import { wholeText } from '@personate/language';
import type { Similarity } from './similarity.ts';

/**
 * The decision's weights were fitted on cosines of one embedder, and each has a scale of its own: where another one
 * embedded the knowledge, what recall found is compared with the question by the one that was fitted on.
 */
export async function onFittedScale(
  found: RecallResult,
  input: { question: string; embeddingIdentity: string; signal: AbortSignal },
  similarity: Similarity,
): Promise<RecallResult> {
  if (similarity.identity === input.embeddingIdentity) return found;
  const all = [...found.results, ...found.rivals];
  const cosines = await similarity(input.question, all.map(wholeText), input.signal);
  const rescaled = all.map((passage, i): RecalledPassage => ({
    ...passage,
    signals: { ...passage.signals, cosine: cosines[i] ?? 0 },
  }));
  const results = rescaled.slice(0, found.results.length);
  const bestCosine =
    results.length === 0 ? 0 : Math.max(...results.map(({ signals }) => signals.cosine));
  return {
    ...found,
    results,
    rivals: rescaled.slice(found.results.length),
    signals: { ...found.signals, bestCosine },
  };
}
