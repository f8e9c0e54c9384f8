import { describe, expect, it } from '@jest/globals';
import { DenseIndex } from './dense-index.ts';

/** Numbers in -1..1 that look like chance and are the same each time. */
function vectorsOf(count: number, dimensions: number): Float32Array[] {
  let state = 42;
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: dimensions }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 31 - 1;
    }),
  );
}

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

describe('the index of vectors', () => {
  it.each([
    [10, 8],
    [3_000, 384],
    [2_500, 30],
    [1_500, 1],
  ])('finds among %d of %d dimensions what comparing each finds', (count, dimensions) => {
    const [query = new Float32Array(), ...vectors] = vectorsOf(count + 1, dimensions);
    const index = new DenseIndex(dimensions);
    for (const [slot, vector] of vectors.entries()) index.set(slot, vector);
    const visible = (slot: number): boolean => slot % 3 !== 0;
    const expected = vectors
      .map((vector, slot) => ({ slot, score: dot(vector, query) }))
      .filter(({ slot }) => visible(slot))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 25);
    const found = index.search(query, 25, count, visible);
    expect(found.map((slot) => index.score(slot, query).toFixed(4))).toEqual(
      expected.map(({ score }) => score.toFixed(4)),
    );
    expect(found.every(visible)).toBe(true);
    expect(index.search(query, 0, count, visible)).toEqual([]);
    expect(index.search(query, 25, 0, visible)).toEqual([]);
    for (const slot of [0, count - 1]) expect(index.vector(slot)).toEqual(vectors[slot]);
  });

  it('gives the vector that was set last, however much it has grown since', () => {
    const [query = new Float32Array(), other = new Float32Array(), ...vectors] = vectorsOf(4_002, 20); // prettier-ignore
    const index = new DenseIndex(20);
    for (const [slot, vector] of vectors.entries()) {
      index.set(slot, vector);
      if (slot === 999) index.set(5, query.map((value) => value * 100)); // prettier-ignore
      if (slot === 2_999) index.set(6, other);
    }
    expect(index.search(query, 1, 4_000, () => true)).toEqual([5]);
    expect(index.vector(6)).toEqual(other);
  });
});
