import { createHash } from 'node:crypto';

const tagBytes = 8;
/** Of the tag, and of the number of dimensions. */
const headerBytes = tagBytes + 2;
const scaleBytes = 4;
const steps = 127;

/**
 * Unit vectors in a quarter of their size: a byte for each dimension and a scale for each vector, which moves a cosine
 * of 384 dimensions by less than 0.002. Before them stands a tag of what they are the vectors of.
 *
 * @param key of what was embedded, and of by what; without it `unpackVectors` does not give them back
 */
export function packVectors(key: string, vectors: readonly Float32Array[]): Uint8Array {
  const dimensions = vectors[0]?.length ?? 0;
  const each = scaleBytes + dimensions;
  const bytes = new Uint8Array(headerBytes + vectors.length * each);
  const view = new DataView(bytes.buffer);
  bytes.set(tagOf(key));
  view.setUint16(tagBytes, dimensions, true);
  for (const [i, vector] of vectors.entries()) {
    if (vector.length !== dimensions) throw new Error('vectors of different spaces');
    let most = 0;
    for (const value of vector) most = Math.max(most, Math.abs(value));
    const at = headerBytes + i * each;
    view.setFloat32(at, most / steps, true);
    for (let d = 0; d < dimensions; d++)
      view.setInt8(at + scaleBytes + d, most === 0 ? 0 : Math.round(((vector[d] ?? 0) * steps) / most)); // prettier-ignore
  }
  return bytes;
}

/** In their order; null when they are of something else, or none of ours. */
export function unpackVectors(key: string, bytes: Uint8Array): Float32Array[] | null {
  if (bytes.byteLength < headerBytes) return null;
  const tag = tagOf(key);
  if (tag.some((value, i) => bytes[i] !== value)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dimensions = view.getUint16(tagBytes, true);
  const each = scaleBytes + dimensions;
  const count = (bytes.byteLength - headerBytes) / each;
  if (!Number.isInteger(count)) return null;
  return Array.from({ length: count }, (_, i) => {
    const at = headerBytes + i * each;
    const scale = view.getFloat32(at, true);
    const vector = new Float32Array(dimensions);
    for (let d = 0; d < dimensions; d++) vector[d] = view.getInt8(at + scaleBytes + d) * scale;
    return vector;
  });
}

const tagOf = (key: string): Uint8Array =>
  createHash('sha256').update(key).digest().subarray(0, tagBytes);
