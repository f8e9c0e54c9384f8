import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema, type PersonaDocumentInput } from '@personate/contracts';
import { humourOf } from './humour-marks.ts';
import { humourNature } from './humour-nature.ts';
import { isPainful } from './is-painful.ts';

describe('a sentence', () => {
  it.each([
    'The gannet bit me, it bit her, and it bit the door on the way out.',
    'Sperm whales click like somebody typing a very long letter, slowly.',
    'I was so proud of my knot that I forgot the boat, like an idiot.',
    'I sent each defeat a postcard and asked it to come back when I was stronger.',
  ])('is humorous: %s', (text) => expect(humourOf(text, 'en')).toBeGreaterThanOrEqual(0.3));

  it.each([
    'I had my own boatyard on the quay from June 2006 until September 2009.',
    'My grandmother taught me to read the tide tables.',
    'The client asked for a second report in the spring.',
    'We measured the noise of the ferry for two years.',
  ])('is not: %s', (text) => expect(humourOf(text, 'en')).toBeLessThan(0.3));
});

describe('what is painful', () => {
  it.each([
    ['When did your father die?', 'en'],
    ['How did you cope after losing your wife?', 'en'],
    ['I was told that I have cancer.', 'en'],
    ['Wann ist deine Mutter gestorben?', 'de'],
    ['Saknar du din pappa? Jag är ledsen.', 'sv'],
    ['¿Cuándo murió tu padre? Murió', 'es'],
  ])('is told from the rest: %s', (text, language) => expect(isPainful(text, language)).toBe(true));

  it.each([
    ['What is your favourite colour?', 'en'],
    ['How do you bend a plank?', 'en'],
    ['What did you study in Galway?', 'en'],
    ['Was isst du am liebsten?', 'de'],
  ])('and is not: %s', (text, language) => expect(isPainful(text, language)).toBe(false));
});

const person = (persona: PersonaDocumentInput['persona']) =>
  personaDocumentSchema.parse({
    id: 'ada-m',
    name: 'Ada M.',
    subject: { kind: 'fictional' },
    disclosure: 'synthetic',
    persona,
  });

describe('humour as a nature', () => {
  it('follows from traits, from the voice and from what was measured; none of them is none', () => {
    expect(humourNature(person({}))).toBe(0);
    expect(humourNature(person({ traits: [{ name: 'witty', strength: 0.8 }] }))).toBe(0.8);
    expect(humourNature(person({ voice: { humour: 'Dry.' } }))).toBeGreaterThan(0.4);
    expect(humourNature(person({ voice: { measured: { laughsPer100Words: 2 } } }))).toBeCloseTo(
      0.7,
    );
    expect(humourNature(person({ voice: { humour: 'Never jokes.' } }))).toBe(0);
  });
});
