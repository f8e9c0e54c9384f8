import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { plainTerms } from '@personate/language';
import { namesAbsent } from './absent-names.ts';
import { addressesPersona } from './addresses-persona.ts';
import { asksToCalculate } from './asks-to-calculate.ts';
import { isAfterKnowledge, namedDomains } from './knowledge-limits.ts';

const { knowledgeLimits: limits } = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida',
  subject: { kind: 'historical' },
  disclosure: 'Synthetic.',
  knowledgeLimits: {
    asOf: '1852-11-27',
    known: [{ domain: 'engines', keywords: ['engine', 'calculating machine'] }],
    unknown: [{ domain: 'computers', keywords: ['computer', 'neural network'] }],
  },
});

describe('the limits of knowledge', () => {
  it.each([
    ['What happened in 1866?', true],
    ['What happened in December 1852?', true],
    ['Which constructor won in December 1852?', true],
    ['What happened in March 1852?', false],
    ['What happened in 1843?', false],
    ['How far is 1900 km?', false],
    ['What is 18,520 divided by four?', false],
    ['What happened?', false],
  ])('%j is after the knowledge date: %s', (question, after) => {
    expect(isAfterKnowledge(question, limits)).toBe(after);
  });

  it.each([
    ['How do I train a neural network?', { known: false, unknown: true }],
    ['Do computers resemble your engine?', { known: true, unknown: true }],
    ['What is a calculating machine?', { known: true, unknown: false }],
    ['What is a machine?', { known: false, unknown: false }],
    ['Who are your neural friends?', { known: false, unknown: false }],
  ])('%j names %j', (question, domains) => {
    expect(namedDomains(question, limits, 'en', plainTerms)).toEqual(domains);
  });

  it('a name of several words must be there as it is', () => {
    const texts = ['We saw the stars after the wars.', 'Bruce Lee was my friend.'];
    expect(namesAbsent('Did you audition for Star Wars?', texts)).toBe(true);
    expect(namesAbsent('Did you know Bruce Lee’s sister?', texts)).toBe(false);
    expect(namesAbsent('Did you know Bruce?', texts)).toBe(false);
  });

  it.each([
    ['What did you learn?', true],
    ['How is your boat?', true],
    ['When was Ida born?', true],
    ['Was hast du gelernt?', true],
    ['Can you explain photosynthesis?', false],
    ['How do you say butterfly in Finnish?', false],
    ['What is the capital of Mongolia?', false],
  ])('%j is for the persona itself: %s', (question, addressed) => {
    expect(addressesPersona(question, ['Ida Berg'])).toBe(addressed);
  });

  it.each([
    ['What is 12 times 12?', true],
    ['2+2', true],
    ['How much is 3 plus 4?', true],
    ['How many boats did you build?', false],
    ['What happened in 1843?', false],
  ])('%j is a sum: %s', (question, sum) => {
    expect(asksToCalculate(question)).toBe(sum);
  });
});
