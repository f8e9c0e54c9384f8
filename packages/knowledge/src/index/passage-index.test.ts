import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PassageIndex, type IndexedPassage } from './passage-index.ts';

const axis = (i: number): Float32Array => {
  const vector = new Float32Array(8);
  vector[i % 8] = 1;
  return vector;
};

function passage(n: number, text: string): IndexedPassage {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    passageId: id,
    documentKey: id,
    text,
    headings: [],
    language: 'en',
    audience: ['public'],
    vector: axis(n),
  };
}

const asks = { terms: new Map([['appl', 1]]), audience: ['public'], limit: 5000 };

describe('PassageIndex', () => {
  it('is the same index after thousands of replacements as one that was filled afresh', () => {
    const index = new PassageIndex(8);
    for (let round = 0; round < 6; round++)
      for (let n = 0; n < 600; n++) {
        const next = passage(n, `apple ${round} ${n % 7 === 0 ? 'pear' : ''}`);
        index.replaceDocuments([next.documentKey], [next]);
      }
    for (let n = 0; n < 600; n += 3) index.replaceDocuments([passage(n, '').documentKey], []);
    const fresh = new PassageIndex(8);
    for (let n = 0; n < 600; n++)
      if (n % 3 !== 0)
        fresh.replaceDocuments([], [passage(n, `apple 5 ${n % 7 === 0 ? 'pear' : ''}`)]);
    const ids = (of: PassageIndex) =>
      of
        .search({ ...asks, vector: axis(3) })
        .map((hit) => [hit.passageId, hit.dense, hit.lexical.toFixed(6)].join())
        .toSorted();
    expect(index.size).toBe(400);
    expect(ids(index)).toEqual(ids(fresh));
    expect(index.termStatistics(['appl', 'pear', '4', '5'])).toEqual(
      fresh.termStatistics(['appl', 'pear', '4', '5']),
    );
  });

  it('finds by terms alone when it holds no vectors', () => {
    const index = new PassageIndex(0);
    const { vector: _vector, ...apple } = passage(1, 'apple');
    index.replaceDocuments([], [apple, { ...apple, passageId: randomUUID(), text: 'pear' }]);
    expect(index.holdsVectors).toBe(false);
    expect(index.search({ ...asks, vector: axis(0) })).toEqual([
      { passageId: apple.passageId, dense: undefined, lexical: expect.any(Number) },
    ]);
  });
});
