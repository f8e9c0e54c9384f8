import { expect, it } from '@jest/globals';
import { quoteFrom } from './quote-from.ts';

const passage =
  'The loom came from Lyons. Weavers broke some of them. The loom took cards with holes.';

it('says where a quotation leaves something out', () => {
  expect(quoteFrom(passage, 'The loom came from Lyons; the loom took cards with holes.')).toBe(
    'The loom came from Lyons. … The loom took cards with holes.',
  );
});

it('quotes neighbouring sentences as they stand', () => {
  expect(quoteFrom(passage, 'The loom came from Lyons, and weavers broke some of them.')).toBe(
    'The loom came from Lyons. Weavers broke some of them.',
  );
});
