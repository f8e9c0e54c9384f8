import { expect, it } from '@jest/globals';
import type { Candidate } from '../knowledge-store.ts';
import { samplePassage } from '../sample-passage.ts';
import { readNeighbours } from './read-neighbours.ts';

const { signal } = new AbortController();
const query = { vector: null, terms: new Map<string, number>(), audience: ['public'] };
const ids = Array.from({ length: 10 }, (_, i) => `m${i}`);

/** A message of a thread of ten, `m0` to `m9`. */
function message(at: number): Candidate {
  const passage = samplePassage({
    text: `message ${at}`,
    passageId: `m${at}`,
    before: ids.slice(Math.max(0, at - 2), at).toReversed(),
    after: ids.slice(at + 1, at + 3),
  });
  return { passage, dense: 0, lexical: 0 };
}

function store() {
  const asked: string[][] = [];
  return {
    asked,
    passages: async (wanted: readonly string[]) => {
      asked.push([...wanted]);
      return wanted.map((id) => message(ids.indexOf(id)));
    },
  };
}

const knowing = (...known: number[]) => new Map(known.map((at) => [`m${at}`, at]));

it('asks once for what stands as far beside them as wanted, and not for what is known', async () => {
  const reader = store();
  const of = [message(4), message(5)];
  const given = { known: knowing(4, 5), query, signal };
  const found = await readNeighbours(reader, of, { ...given, reach: 1 });
  expect(found.map(({ passage }) => passage.passageId)).toEqual(['m3', 'm6']);
  await readNeighbours(reader, of, { ...given, reach: 2 });
  expect(reader.asked).toEqual([
    ['m3', 'm6'],
    ['m3', 'm2', 'm6', 'm7'],
  ]);
});

it('asks for nothing where all is known', async () => {
  const reader = store();
  const known = knowing(3, 4, 5, 6, 7);
  const found = await readNeighbours(reader, [message(5)], { reach: 2, known, query, signal });
  expect(found).toEqual([]);
  expect(reader.asked).toEqual([]);
});
