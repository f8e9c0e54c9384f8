/** pgvector's own limit for a graph over `vector`; longer ones are scanned. */
export const mostIndexedDimensions = 2_000;

/** pgvector's text form. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

const headerBytes = 4;

/**
 * `vector_send`'s binary form (a header of four bytes, then big-endian floats), which is read some ten times
 * faster than the text. https://github.com/pgvector/pgvector, src/vector.c
 */
export function vectorFromBinary(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vector = new Float32Array((bytes.byteLength - headerBytes) / 4);
  for (let i = 0; i < vector.length; i++) vector[i] = view.getFloat32(headerBytes + i * 4);
  return vector;
}
