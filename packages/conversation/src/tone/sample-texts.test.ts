import { expect, it } from '@jest/globals';
import { sampleTexts } from './sample-texts.ts';

const piece = 'I planed that plank by hand, and it took a week.';
const units = (group: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ group, text: `${piece} It was number ${n}.` }));

it('gives texts about as long as a reply, from all over, none of which mixes two documents', () => {
  const own = ['a', 'b', 'c', 'd'].flatMap((group) => units(group, 8));
  const texts = sampleTexts(own, 2);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toBe(
    `${piece} It was number 0. ${piece} It was number 1. ${piece} It was number 2.`,
  );
});

it('leaves out what is too short to be told by', () => {
  expect(sampleTexts([{ group: 'a', text: piece }], 5)).toEqual([]);
});
