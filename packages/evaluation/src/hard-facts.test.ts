import { expect, it } from '@jest/globals';
import { hardFacts, unsupported } from './hard-facts.ts';

it('finds the numbers and names that anybody can look up', () => {
  expect(hardFacts('In 1843 I met Babbage at Ockham, and I paid 3,000 pounds.')).toEqual([
    '1843',
    '3,000',
    'Babbage',
    'Ockham',
  ]);
});

it('holds a fact supported by its words, however they are written', () => {
  expect(unsupported(['Babbage', '3,000', 'Ockham'], ['BABBAGE’s debt of 3,000'])).toEqual([
    'Ockham',
  ]);
});
