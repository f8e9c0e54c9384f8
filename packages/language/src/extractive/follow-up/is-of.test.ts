import { describe, expect, it } from '@jest/globals';
import { calls } from './is-of.ts';

const somebody = (phrase: string) => calls({ phrase, person: true });
const something = (phrase: string) => calls({ phrase, person: false });

describe('a sentence is on whom it calls by name or by kin', () => {
  it.each([
    ['your brother Tomas', 'Tomas has a bakery.'],
    ['your brother Tomas', 'My brother starts work at two.'],
    ['Bruce Lee', 'Bruce Lee and I practised.'],
    ['Murdo MacPhail', 'Murdo thought it was a gas bottle.'],
    ['your first governess Miss Lamont', 'Miss Lamont’s journal was kept.'],
    ['your daughter', 'I gave birth to a daughter.'],
  ])('%s: %s', (phrase, sentence) => {
    expect(somebody(phrase).test(sentence)).toBe(true);
  });

  it.each([
    ['your brother Wieland', 'I made films with my brother Aaron.'],
    ['Charles Babbage', 'Charles Wheatstone came to tea.'],
    ['your daughter', 'He married the daughter of William Frend.'],
    ['your wife Dianne', 'My wife Gena has worked there.'],
  ])('not %s: %s', (phrase, sentence) => {
    expect(somebody(phrase).test(sentence)).toBe(false);
  });

  it('a thing of several words is called by all of them', () => {
    expect(something('the Silver Lady').test('The Silver Lady held a bird.')).toBe(true);
    expect(something('the Silver Lady').test('Lady Byron came.')).toBe(false);
  });
});
