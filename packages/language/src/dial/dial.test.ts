import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import fc from 'fast-check';
import { takesOwnLine } from './dial.ts';
import { inHabit } from './in-habit.ts';
import { plainly } from './plainly.ts';

describe('a sentence told plainly', () => {
  it.each([
    ['Well, I don’t like it!', 'I do not like it.'],
    ["it's a boat and I'm proud of her 😀!!", 'It is a boat and I am proud of her.'],
    ["It's been a year since I'd left.", "It's been a year since I'd left."],
    ['Mind you, we sailed in 1998... twice.', 'We sailed in 1998. twice.'],
    ['I can’t, and she won’t.', 'I cannot, and she will not.'],
  ])('%s', (sentence, told) => {
    expect(plainly(sentence, 'en')).toBe(told);
  });

  it('loses the persona’s own way to begin', () => {
    expect(plainly('Plain answer. We lost.', 'en', ['Plain answer.'])).toBe('We lost.');
  });

  it('keeps every number and every name, and is plain once and for all', () => {
    const words = fc.constantFrom(
      'Bertil',
      '1998',
      "don't",
      'wow!',
      'Well,',
      'boat',
      '😀',
      '3.5',
      'Galway?',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (some) => {
        const told = plainly(some.join(' '), 'en');
        const facts = (text: string) => text.match(/\d+(?:\.\d+)?|Bertil|Galway/gu) ?? [];
        expect(facts(told)).toEqual(facts(some.join(' ')));
      }),
    );
  });
});

describe('the dial', () => {
  it('at 0 takes no line of the persona’s, from 50 on only its own, between them a share', () => {
    const share = (style: number) =>
      Array.from({ length: 1000 }, (_, seed) => takesOwnLine(style, seed)).filter(Boolean).length;
    expect([share(0), share(0.5), share(1)]).toEqual([0, 1000, 1000]);
    expect(share(0.2)).toBeLessThan(share(0.4));
  });
});

describe('a built-in line', () => {
  it('takes on the casing and the marks that the persona writes by habit', () => {
    const document = personaDocumentSchema.parse({
      id: 'zoe',
      name: 'Zoe',
      subject: { kind: 'fictional' },
      disclosure: 'Synthetic.',
      persona: { voice: { measured: { lowerCaseStartRate: 0.9, exclamationRate: 0.6 } } },
    });
    expect(inHabit('Hello there. Ask away.', document)).toBe('hello there. ask away!');
    expect(
      inHabit('Hello there.', {
        ...document,
        persona: { ...document.persona, voice: { ...document.persona.voice, measured: {} } },
      }),
    ).toBe('Hello there.');
  });
});
