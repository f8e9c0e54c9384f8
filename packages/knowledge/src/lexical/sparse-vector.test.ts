import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LexicalIndex } from './lexical-index.ts';
import { passageTerms } from './passage-terms.ts';
import { averageLengthOf, dot, sparseQuery, sparseVector } from './sparse-vector.ts';
import { termId } from './term-id.ts';
import { samplePassage } from '../sample-passage.ts';
import { scorePassage } from '../recall/score-passage.ts';
import { weighTerms } from '../recall/weigh-terms.ts';
import type { Passage } from '@personate/contracts';

const passage = (text: string, at?: string): Passage =>
  samplePassage({ text, ...(at === undefined ? {} : { at, atPrecision: 'day' }) });

describe('sparse vectors', () => {
  it('have MurmurHash3 numbers, the same as everybody computes them', () => {
    // Reference values of MurmurHash3_x86_32 with seed 0.
    const known = { '': 0, a: 0x3c2569b2, hello: 0x248bfa47, 'hello, world': 0x149bbb7f };
    for (const [term, id] of Object.entries(known))
      expect([term, termId(term)]).toEqual([term, id]);
    expect(termId('The quick brown fox jumps over the lazy dog')).toBe(0x2e4ff723);
    expect(termId('über')).toBe(termId('u\u0308ber'.normalize('NFC')));
  });

  it('of 100,000 terms no more than five pairs share a number', () => {
    const ids = new Set<number>();
    for (let i = 0; i < 100_000; i++) ids.add(termId(`term${i.toString(36)}`));
    expect(ids.size).toBeGreaterThanOrEqual(99_995);
  });

  it('multiply to the BM25 score of the index in process, whatever the texts and the question', () => {
    const word = fc.constantFrom('apple', 'pear', 'boat', 'salt', 'river', 'winter', 'tree', 'old');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, question) => {
        const passages = texts.map((one, i) => passage(one, `2001-0${(i % 9) + 1}-03T00:00:00Z`));
        const index = new LexicalIndex();
        for (const [slot, one] of passages.entries()) index.add(slot, passageTerms(one));
        const asked = [...new Set(passageTerms(passage(question)))];
        const terms = weighTerms(asked, {
          passages: passages.length,
          averageLength: index.averageLength,
          frequency: new Map(asked.map((term) => [term, index.frequency(term)])),
        });
        const average = averageLengthOf(passages);
        expect(average).toBeCloseTo(index.averageLength, 9);
        for (const [slot, one] of passages.entries()) {
          const score = index.scorer(terms)(slot);
          expect(dot(sparseVector(one, average), sparseQuery(terms))).toBeCloseTo(score, 9);
          expect(scorePassage(one, terms, average)).toBeCloseTo(score, 9);
        }
      }),
    );
  });

  it('are sorted by number, each number once, and empty where nothing is asked', () => {
    const { indices } = sparseVector(passage('pear apple pear plum boat tree'), 5);
    expect(indices).toEqual([...new Set(indices)].toSorted((a, b) => a - b));
    expect(sparseQuery(new Map([['apple', 0]]))).toEqual({ indices: [], values: [] });
  });
});
