import { describe, expect, test } from '@jest/globals';
import { asksForView, givesView } from './views.ts';

describe('a view is told from a fact', () => {
  test.each([
    ['I was of the opinion that mathematics was good for the nerves.', true],
    ['I’m for wind farms.', true],
    ['I distrust touch screens on boats.', true],
    ['The letter was sent to my mother in confidence.', false],
    ['I found the bird on the shore with a hook through its wing.', false],
  ])('%s', (sentence, is) => {
    expect(givesView(sentence)).toBe(is);
  });

  test('and it is known when one is asked for', () => {
    expect(asksForView('What do you think of mathematics?')).toBe(true);
    expect(asksForView('When did you learn mathematics?')).toBe(false);
  });
});
