import type { ExportedPassage } from '@personate/contracts';

/** The vectors that passages carry; one of another length, or with no numbers in it, is none. */
export function vectorsOf(
  passages: readonly ExportedPassage[],
  dimensions: number,
): { vectors: Map<string, Float32Array>; bad: number } {
  const vectors = new Map<string, Float32Array>();
  let bad = 0;
  for (const { embedding } of passages) {
    if (embedding === undefined) continue;
    const vector = decode(embedding.vector, dimensions);
    if (vector === null || !/^[\da-f]{64}$/.test(embedding.textHash)) bad += 1;
    else vectors.set(embedding.textHash, vector);
  }
  return { vectors, bad };
}

function decode(base64: string, dimensions: number): Float32Array | null {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== dimensions * 4) return null;
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < dimensions; i += 1) vector[i] = bytes.readFloatLE(i * 4);
  return vector.every((value) => Number.isFinite(value)) ? vector : null;
}
