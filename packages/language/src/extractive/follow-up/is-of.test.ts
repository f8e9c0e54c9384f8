import { describe, expect, it } from '@jest/globals';
import { sampleEvidence } from '../sample-evidence.ts';
import { calls, isOf } from './is-of.ts';

const somebody = (phrase: string) => calls({ phrase, person: true });
const something = (phrase: string) => calls({ phrase, person: false });

describe('a sentence is on whom it calls by name or by kin', () => {
  it.each([
    ['your brother Tomas', 'Tomas has a bakery.'],
    ['your brother Tomas', 'My brother starts work at two.'],
    ['Bruce Lee', 'Bruce Lee and I practised.'],
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

  it('a given name alone is his in a text that tells his other name too', () => {
    const about = { phrase: 'Murdo MacPhail', person: true };
    const told = 'Murdo thought that it was a gas bottle.';
    const isOn = (text: string): boolean => {
      const span = {
        n: 1,
        evidence: sampleEvidence(1, text),
        language: 'en',
        sentences: [told],
        originals: [told],
        at: 1,
        telling: 'own' as const,
        words: 8,
      };
      return isOf(span, 0, { about, called: calls(about), recent: false });
    };
    expect(isOn(`Murdo MacPhail lifted a yellow tube. ${told}`)).toBe(true);
    expect(isOn(`Our cousin Murdo keeps a shop. ${told}`)).toBe(false);
  });
});
