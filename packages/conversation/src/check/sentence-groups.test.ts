import { describe, expect, it } from '@jest/globals';
import type { SpokenPart } from '@personate/language';
import fc from 'fast-check';
import { SentenceGroups } from './sentence-groups.ts';

type Said = Extract<SpokenPart, { type: 'text' | 'cite' }>;
const say = (text: string): Said => ({ type: 'text', text });
const cite = (n: number): Said => ({ type: 'cite', n });

function groupsOf(parts: readonly Said[]) {
  const groups = new SentenceGroups();
  return [...parts.flatMap((part) => groups.push(part)), ...groups.end()];
}

describe('a stream of sentences', () => {
  it('is taken apart where the next one begins, with the citations of each', () => {
    const groups = groupsOf([
      say('I was born in Kiel'),
      cite(1),
      say('. I build'),
      say(' boats there. '),
      cite(2),
      say('They float'),
      say(' rather well.'),
      cite(1),
    ]);
    expect(groups.map(({ text, cites }) => [text.trim(), cites])).toEqual([
      ['I was born in Kiel.', [1]],
      ['I build boats there.', [2]],
      ['They float rather well.', [1]],
    ]);
  });

  it.each([
    ['We met Dr. Berg in St. Ives on Monday.'],
    ['Am 3. Mai war das Boot fertig.'],
    ['It cost 3.50 in all of them.'],
  ])('goes on after an abbreviation: %s', (text) => {
    expect(groupsOf([say(text)])).toHaveLength(1);
  });

  it('says an interjection with what follows', () => {
    const groups = groupsOf([say('Yes! I won the race in 1921. It rained on that day.')]);
    expect(groups.map(({ text }) => text.trim())).toEqual([
      'Yes! I won the race in 1921.',
      'It rained on that day.',
    ]);
  });

  it('is taken apart without spaces too, and at line breaks', () => {
    const texts = groupsOf([
      say('私は船を作ります。海が好きです。\n\nOne two three\nfour five six'),
    ]);
    expect(texts.map(({ text }) => text.trim())).toContain('four five six');
  });

  it('holds no more than a sentence back, however long', () => {
    const groups = new SentenceGroups();
    let out = 0;
    for (let i = 0; i < 400; i += 1)
      out += groups.push(say('word and ')).reduce((sum, { text }) => sum + text.length, 0);
    expect(400 * 9 - out).toBeLessThanOrEqual(620);
  });

  it('loses nothing, whatever comes in whatever pieces', () => {
    const part = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '!', '\n', '。', '1', ')') }).map(say),
      fc.integer({ min: 1, max: 3 }).map(cite),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const came = groupsOf(parts).flatMap((group) => group.parts);
        const text = (all: readonly Said[]) =>
          all.map((one) => (one.type === 'text' ? one.text : '')).join('');
        const cites = (all: readonly Said[]) =>
          all.flatMap((one) => (one.type === 'cite' ? [one.n] : []));
        expect(text(came)).toBe(text(parts));
        expect(cites(came)).toEqual(cites(parts));
      }),
    );
  });
});
