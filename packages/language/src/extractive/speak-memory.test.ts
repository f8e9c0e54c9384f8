import { describe, expect, it } from '@jest/globals';
import { toSecondPerson } from './speak-memory.ts';

describe('the user’s own words, told back', () => {
  it.each([
    ['My dog is called Biscuit', 'your dog is called Biscuit'],
    ["I'm allergic to nuts", "you're allergic to nuts"],
    [
      'I was born in Oslo and I live with my wife',
      'you were born in Oslo and you live with your wife',
    ],
    ['Anna gave me her boat', 'Anna gave you her boat'],
    ['I work as a constructor', 'you work as a constructor'],
    ['constructor is my trade', 'constructor is your trade'],
  ])('%j → %j', (quote, told) => {
    expect(toSecondPerson(quote)).toBe(told);
  });

  it.each(['I like your boat', 'The sky is blue', 'I moved. My dog stayed.'])(
    '%j is quoted as it is',
    (quote) => {
      expect(toSecondPerson(quote)).toBeNull();
    },
  );
});
