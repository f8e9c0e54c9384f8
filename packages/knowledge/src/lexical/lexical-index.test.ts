import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LexicalIndex } from './lexical-index.ts';

const everything = (): boolean => true;

/** BM25 as the textbook has it: every document, every term. */
function textbook(documents: ReadonlyMap<number, string[]>, terms: ReadonlyMap<string, number>) {
  const lengths = [...documents.values()].map((words) => words.length);
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const scores = new Map<number, number>();
  for (const [slot, words] of documents) {
    let score = 0;
    for (const [term, weight] of terms) {
      const count = words.filter((word) => word === term).length;
      const norm = 1 - 0.75 + 0.75 * (words.length / average);
      if (count > 0) score += (weight * count * 2.2) / (count + 1.2 * norm);
    }
    if (score > 0) scores.set(slot, score);
  }
  return scores;
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.array(word, { minLength: 1, maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(20) }) },
);
const query = fc.dictionary(word, fc.double({ min: 0.1, max: 9, noNaN: true }));

describe('LexicalIndex', () => {
  it('scores as the textbook does, whatever was added and removed before', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 25 }), query, (actions, weights) => {
        const index = new LexicalIndex();
        const documents = new Map<number, string[]>();
        let next = 0;
        for (const step of actions)
          if ('add' in step) {
            index.add(next, step.add);
            documents.set(next++, step.add);
          } else {
            index.remove(step.remove);
            documents.delete(step.remove);
          }
        const terms = new Map(Object.entries(weights));
        const expected = textbook(documents, terms);
        const found = index.search(terms, 100, everything);
        expect(found.toSorted((a, b) => a - b)).toEqual([...expected.keys()]);
        for (const [i, slot] of found.entries()) {
          expect(index.scorer(terms)(slot)).toBeCloseTo(expected.get(slot) ?? NaN, 8);
          expect(index.scorer(terms)(slot)).toBeLessThanOrEqual(
            index.scorer(terms)(found[i - 1] ?? slot) + 1e-9,
          );
        }
        for (const term of ['a', 'b', 'c', 'd', 'e'])
          expect(index.frequency(term)).toBe(
            [...documents.values()].filter((words) => words.includes(term)).length,
          );
      }),
    );
  });

  it('gives the best of those that may be seen, and no more than asked for', () => {
    const index = new LexicalIndex();
    for (let slot = 0; slot < 50; slot++)
      index.add(slot, [...Array<string>(slot + 1).fill('x'), 'y']);
    const even = index.search(new Map([['x', 1]]), 3, (slot) => slot % 2 === 0);
    expect(even).toEqual([48, 46, 44]);
    expect(index.search(new Map([['x', 1]]), 0, everything)).toEqual([]);
    expect(index.search(new Map([['z', 1]]), 3, everything)).toEqual([]);
  });

  it('is clean between searches', () => {
    const index = new LexicalIndex();
    index.add(0, ['x']);
    const once = index.search(new Map([['x', 1]]), 1, () => false);
    expect([once, index.search(new Map([['y', 1]]), 1, everything)]).toEqual([[], []]);
  });
});
