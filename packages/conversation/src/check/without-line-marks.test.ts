import { expect, it } from '@jest/globals';
import { speaksForThem, withoutLineMarks } from './without-line-marks.ts';

it.each([
  ['/ Two metals make a battery.', 'Two metals make a battery.'],
  ['Two leeks / an onion / a bay leaf.', 'Two leeks, an onion, a bay leaf.'],
  ['You: I never knew him.', 'I never knew him.'],
  ['I said so to you: never.', 'I said so to you: never.'],
  ['We are open 24 / 7, and/or at sea.', 'We are open 24 / 7, and/or at sea.'],
])('of %s leaves the words', (said, expected) => {
  expect(withoutLineMarks(said)).toBe(expected);
});

it('knows a line of the other side', () => {
  expect(speaksForThem('They: Were you proud of your father?')).toBe(true);
  expect(speaksForThem('User: And then?')).toBe(true);
  expect(speaksForThem('They were proud: all of them.')).toBe(false);
});
