import { unpackVectors, type RecalledPassage } from '@personate/knowledge';
import { sentencesKey } from '@personate/language';

export interface SplitPassage extends Pick<RecalledPassage, 'passageId' | 'text' | 'language'> {
  sentences: readonly string[];
}

/**
 * Sentences with the vectors that ingestion made of them. What was ingested before there were any, or by another
 * embedder, gives none.
 *
 * @param stored by passage id
 */
export function sentencesEmbedded(
  embedderIdentity: string,
  passages: readonly SplitPassage[],
  stored: ReadonlyMap<string, Uint8Array>,
): Map<string, Float32Array> {
  const embedded = new Map<string, Float32Array>();
  for (const { passageId, text, language, sentences } of passages) {
    const packed = stored.get(passageId);
    if (packed === undefined) continue;
    const vectors = unpackVectors(sentencesKey(embedderIdentity, text, language), packed) ?? [];
    if (vectors.length !== sentences.length) continue;
    for (const [i, sentence] of sentences.entries()) {
      const vector = vectors[i];
      if (vector !== undefined) embedded.set(sentence, vector);
    }
  }
  return embedded;
}
