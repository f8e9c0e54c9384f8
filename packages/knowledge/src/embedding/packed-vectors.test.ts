import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packVectors, unpackVectors } from './packed-vectors.ts';

const dimensions = 384;

function unit(seed: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, (_, i) =>
    Math.sin(seed * 12.9898 + i * 78.233),
  );
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

it('gives each vector back, near enough that no cosine moves by more than 0.002', () => {
  const vectors = [1, 2, 3].map(unit);
  const packed = packVectors('one', vectors);
  expect(packed.byteLength).toBeLessThan((3 * dimensions * 4) / 3.5);
  const back = unpackVectors('one', packed) ?? [];
  expect(back).toHaveLength(3);
  for (let asked = 10; asked < 60; asked++)
    for (const [i, vector] of vectors.entries())
      expect(
        Math.abs(dot(unit(asked), back[i] ?? new Float32Array()) - dot(unit(asked), vector)),
      ).toBeLessThan(0.002);
});

it('gives nothing where they are of another text, or made by another embedder', () => {
  expect(unpackVectors('another', packVectors('one', [unit(1)]))).toBeNull();
});

it('takes a vector of zeros, and none at all', () => {
  expect(unpackVectors('one', packVectors('one', [new Float32Array(3)]))).toEqual([
    new Float32Array(3),
  ]);
  expect(unpackVectors('one', packVectors('one', []))).toEqual([]);
});

it('whatever bytes it meets, it gives vectors of one length or nothing, and throws nothing', () => {
  const own = packVectors('one', [unit(1), unit(2)]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(own.byteLength), (bytes, length) => {
      const mixed = new Uint8Array([...own.subarray(0, 8), ...bytes]);
      for (const met of [bytes, own.subarray(0, length), mixed]) {
        const vectors = unpackVectors('one', met);
        expect(new Set(vectors?.map((vector) => vector.length)).size).toBeLessThanOrEqual(1);
      }
    }),
  );
});
