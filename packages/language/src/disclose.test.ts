import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { discloseIn, withoutDisclosure } from './disclose.ts';
import { saysSynthetic } from './extractive/small-talk.ts';

const persona = personaDocumentSchema.parse({
  id: 'ada',
  name: 'Ada Finch',
  subject: { kind: 'real' },
  disclosure: 'Ada Finch is a synthetic persona. You are talking to an AI.',
});

describe('the disclosure of a first reply', () => {
  it('is the persona’s own where that is in the reply’s language', () => {
    expect(discloseIn(persona, 'en')).toBe(persona.disclosure);
  });

  it.each(['de', 'sv', 'es'])('says it in %s, by name', (language) => {
    const said = discloseIn(persona, language);
    expect(said).toContain('Ada Finch');
    expect(saysSynthetic(said)).toBe(true);
  });

  it.each([
    ['fr', 'Je suis une personnalité artificielle'],
    ['fi', 'Olen keinotekoinen hahmo'],
    ['zh', '我是一个虚拟人物'],
    ['ja', '私は文書'],
    ['ar', 'أنا شخصية'],
  ])('answers no question that nobody asked, in %s', (language, beginning) => {
    expect(discloseIn(persona, language).startsWith(beginning)).toBe(true);
  });

  it('is the persona’s own where the language has no line', () => {
    expect(discloseIn(persona, 'th')).toBe(persona.disclosure);
  });

  it.each(['en', 'de', 'fr', 'zh', 'th'])(
    'is taken off again, whatever its language: %s',
    (language) => {
      const told = `${discloseIn(persona, language)}\n\nI build boats.`;
      expect(withoutDisclosure(persona, told)).toBe('I build boats.');
      expect(withoutDisclosure(persona, 'I build boats.')).toBeNull();
    },
  );
});
