import { describe, expect, it } from '@jest/globals';
import { isAboutPersona } from './is-about-persona.ts';

const passage = { text: '', passageId: 'p' };
const said = {
  bySelf: { stance: 'by' as const, author: 'Ida', context: [{ ...passage, author: 'Otto' }] },
  toSelf: { stance: 'to' as const, author: 'Otto', context: [{ ...passage, author: 'Ida' }] },
  diary: { stance: 'by' as const, author: 'Ida', context: [{ ...passage, author: 'Ida' }] },
  biography: { stance: 'about' as const, author: 'Otto', context: [{ ...passage, author: 'Ida' }] },
};

describe('whose fact a sentence is', () => {
  it.each([
    ['I sold my boat.', 'bySelf', true],
    ['You sold your boat, I hear.', 'bySelf', false],
    ['The boat is sold.', 'bySelf', true],
    ['I sold my boat.', 'toSelf', false],
    ['Your boat looks new to me, your best yet.', 'toSelf', true],
    ['The boat is sold.', 'toSelf', false],
    ['Du hast dein Boot verkauft.', 'bySelf', true],
    ['You must sand it before you paint it.', 'diary', true],
    ['You would not have known her.', 'biography', true],
  ] as const)('%j, %s: the persona’s: %s', (sentence, how, own) => {
    expect(isAboutPersona(sentence, said[how], 'en')).toBe(own);
  });

  it('counts persons in the language of the question', () => {
    expect(isAboutPersona('Du hast dein Boot verkauft.', said.bySelf, 'de')).toBe(false);
    expect(isAboutPersona('Ich habe mein Boot verkauft.', said.toSelf, 'de')).toBe(false);
  });
});
