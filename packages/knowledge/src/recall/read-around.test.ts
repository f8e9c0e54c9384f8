import { expect, it } from '@jest/globals';
import type { Passage } from '@personate/contracts';
import type { Candidate } from '../knowledge-store.ts';
import { readAround } from './read-around.ts';

const { signal } = new AbortController();
const query = { vector: null, terms: new Map<string, number>(), audience: ['public'] };

/** Ten messages of a thread, `m0` to `m9`, of which those in `hidden` may not be seen. */
function thread(hidden: readonly string[] = []) {
  const ids = Array.from({ length: 10 }, (_, i) => `m${i}`);
  const asked: string[][] = [];
  const candidate = (id: string, around?: string[]): Candidate => {
    const at = ids.indexOf(id);
    const passage = {
      passageId: id,
      before: ids.slice(Math.max(0, at - 2), at).toReversed(),
      after: ids.slice(at + 1, at + 3),
    } as Partial<Passage> as Passage;
    return { passage, dense: 0, lexical: 0, ...(around === undefined ? {} : { around }) };
  };
  const store = {
    passages: async (wanted: readonly string[]) => {
      asked.push([...wanted]);
      return wanted.flatMap((id) => (hidden.includes(id) ? [] : [candidate(id)]));
    },
  };
  return { asked, candidate, store };
}

const idsOf = (found: readonly Candidate[]): string[] =>
  found.map(({ passage }) => passage.passageId).toSorted();

it('reads the neighbours, and what stands around them, in two questions where nothing is told', async () => {
  const { asked, candidate, store } = thread();
  const { near, further } = await readAround(store, [candidate('m5')], query, signal);
  expect(idsOf(near)).toEqual(['m3', 'm4', 'm6', 'm7']);
  expect(idsOf(further)).toEqual(['m1', 'm2', 'm8', 'm9']);
  expect(asked).toHaveLength(2);
});

it('finds the same in one question where the store tells what stands further around', async () => {
  const { asked, candidate, store } = thread();
  const told = candidate('m5', ['m1', 'm2', 'm8', 'm9']);
  const { near, further } = await readAround(store, [told], query, signal);
  expect(idsOf(near)).toEqual(['m3', 'm4', 'm6', 'm7']);
  expect(idsOf(further)).toEqual(['m1', 'm2', 'm8', 'm9']);
  expect(asked).toHaveLength(1);
});

it('is not misled by what was told before the thread changed', async () => {
  const { asked, candidate, store } = thread();
  const told = candidate('m5', ['m0', 'm1', 'm9', 'gone']);
  const { near, further } = await readAround(store, [told], query, signal);
  expect(idsOf(near)).toEqual(['m3', 'm4', 'm6', 'm7']);
  expect(idsOf(further)).toEqual(['m1', 'm2', 'm8', 'm9']);
  expect(asked[1]?.toSorted()).toEqual(['m2', 'm8']);
});

it('goes no further from what the asker may not see, and does not ask for it twice', async () => {
  const { asked, candidate, store } = thread(['m6', 'm7', 'm8']);
  const told = candidate('m5', ['m1', 'm2', 'm8', 'm9']);
  const { near, further } = await readAround(store, [told], query, signal);
  expect(idsOf(near)).toEqual(['m3', 'm4']);
  expect(idsOf(further)).toEqual(['m1', 'm2']);
  expect(asked).toHaveLength(1);
});
