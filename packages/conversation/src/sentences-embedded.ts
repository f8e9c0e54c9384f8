import { unpackVectors } from '@personate/knowledge';
import { sentencesKey, wholeText, type ComparedPassage } from '@personate/language';

export interface SplitPassage extends ComparedPassage {
  passageId: string;
  sentences: readonly string[];
}

/**
 * Sentences with the vectors that ingestion made of them. What was ingested before there were any, or by another
 * embedder, gives none.
 *
 * @param stored by passage id
 * @param whole that the passages' own vectors are of another embedder: this one's of each as one is stored too
 */
export function sentencesEmbedded(
  embedderIdentity: string,
  passages: readonly SplitPassage[],
  { stored, whole }: { stored: ReadonlyMap<string, Uint8Array>; whole: boolean },
): Map<string, Float32Array> {
  const embedded = new Map<string, Float32Array>();
  for (const passage of passages) {
    const packed = stored.get(passage.passageId);
    if (packed === undefined) continue;
    const vectors = unpackVectors(sentencesKey(embedderIdentity, passage, whole), packed) ?? [];
    const texts = [...passage.sentences, ...(whole ? [wholeText(passage)] : [])];
    if (vectors.length !== texts.length) continue;
    for (const [i, text] of texts.entries()) {
      const vector = vectors[i];
      if (vector !== undefined) embedded.set(text, vector);
    }
  }
  return embedded;
}
