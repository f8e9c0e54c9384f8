import { expect, it } from '@jest/globals';
import { withoutLineMarks } from './without-line-marks.ts';

it.each([
  ['/ Two metals make a battery.', 'Two metals make a battery.'],
  ['Two leeks / an onion / a bay leaf.', 'Two leeks, an onion, a bay leaf.'],
  ['We are open 24 / 7, and/or at sea.', 'We are open 24 / 7, and/or at sea.'],
])('of %s leaves the words', (said, expected) => {
  expect(withoutLineMarks(said)).toBe(expected);
});
