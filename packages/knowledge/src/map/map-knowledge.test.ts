import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { mapKnowledge, type MappedPassage } from './map-knowledge.ts';

const { signal } = new AbortController();
const dimensions = 16;

/** Near to one axis, a little off it. */
function near(axis: number, i: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[axis] = 1;
  vector[(axis + 1 + (i % 5)) % dimensions] = 0.15;
  return vector;
}

function passages(count: number): MappedPassage[] {
  const themes = [
    'We sailed the old boat along the coast and mended a sail',
    'The bakery sold rye bread and the oven was hot',
    'My piano teacher played a waltz at the concert, and she bowed herself out',
  ];
  return Array.from({ length: count }, (_, i) => ({
    passageId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    documentKey: `00000000-0000-4000-9000-${String(Math.floor(i / 2)).padStart(12, '0')}`,
    sourceId: i % 4 === 0 ? 'letters' : 'diary',
    kind: i % 3 === 2 ? 'career' : 'history',
    language: 'en',
    text: `${themes[i % 3]}, Vera wrote on day ${i}.`,
    ...(i % 10 === 9 ? {} : { at: `${1990 + (i % 3)}-05-0${1 + (i % 9)}T00:00:00.000Z` }),
    vector: near((i % 3) * 5, i),
  }));
}

async function* stream(all: readonly MappedPassage[]) {
  yield* all;
}
const map = (all: readonly MappedPassage[]) =>
  mapKnowledge(stream(all), { names: ['Vera Holm'], signal });

it('finds the topics, and names each by the words that tell it from the others', async () => {
  const { topics } = await map(passages(72));
  expect(topics).toHaveLength(3);
  const names = topics.map(({ terms }) => terms.join(' '));
  expect(names.some((name) => /boat|sail|coast/.test(name))).toBe(true);
  expect(names.some((name) => /bread|bakery|oven|rye/.test(name))).toBe(true);
  expect(names.some((name) => /piano|waltz|concert/.test(name))).toBe(true);
  // Said everywhere, a pronoun, or the persona's own name: none tells anything.
  expect(names.join(' ')).not.toMatch(/vera|wrote|\bshe\b|herself|\d/);
  for (const topic of topics) {
    expect(topic.share).toBeCloseTo(1 / 3);
    expect(topic.examples).toHaveLength(3);
    expect(topic.byYear).toHaveLength(1);
  }
});

it('counts what came from a source, whatever its name', async () => {
  const told = await map(passages(8).map((one) => ({ ...one, sourceId: 'constructor' })));
  expect(Object.entries(told.bySource)).toEqual([['constructor', 8]]);
});

it('counts documents, kinds, sources and years, and what is undated', async () => {
  const told = await map(passages(60));
  expect(told).toMatchObject({
    documents: 30,
    passages: 60,
    placed: 60,
    undated: 6,
    byKind: { history: 40, career: 20 },
    bySource: { letters: 15, diary: 45 },
    byYear: [{ year: 1990 }, { year: 1991 }, { year: 1992 }],
  });
  expect(told.byYear.reduce((sum, { passages: n }) => sum + n, 0)).toBe(54);
});

it('says of texts that have no word in common that they are of various things', async () => {
  const words = ['bees', 'cello', 'winter', 'oven', 'tram', 'telephone', 'fence'];
  const few = passages(7).map((one, i) => ({ ...one, text: `${words[i]}.`, vector: near(0, 0) }));
  expect((await map(few)).topics).toMatchObject([{ name: 'various', terms: [], passages: 7 }]);
});

it('is the same for the same knowledge', async () => {
  expect(await map(passages(300))).toEqual(await map(passages(300)));
});

it('of nothing is empty, of one passage is one topic, of passages without vectors has none', async () => {
  expect(await map([])).toMatchObject({ passages: 0, topics: [], firstAt: null, placed: 0 });
  expect((await map(passages(1))).topics).toHaveLength(1);
  const bare = passages(20).map((passage) => ({ ...passage, vector: null }));
  expect(await map(bare)).toMatchObject({ passages: 20, placed: 0, topics: [] });
});

it('takes passages that are all alike, and vectors of nothing', async () => {
  const alike = passages(90).map((passage) => ({ ...passage, vector: near(0, 0) }));
  expect((await map(alike)).topics.reduce((sum, { passages: n }) => sum + n, 0)).toBe(90);
  const zero = passages(9).map((passage) => ({ ...passage, vector: new Float32Array(dimensions) }));
  expect((await map(zero)).placed).toBe(0);
});

it('stops when nobody waits for it any more', async () => {
  const abort = AbortSignal.abort(new Error('gone'));
  await expect(
    mapKnowledge(stream(passages(10)), { names: [randomUUID()], signal: abort }),
  ).rejects.toThrow('gone');
});
