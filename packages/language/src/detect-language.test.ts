import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';

describe('the language of a message', () => {
  it.each([
    ['Where did you grow up?', 'en'],
    ['Are ships as loud as rockets?', 'en'],
    ['Wo bist du aufgewachsen?', 'de'],
    ['Wie geht es dir?', 'de'],
    ['Hur mår du?', 'sv'],
    ['Vad tycker du om havet?', 'sv'],
    ['¿Dónde creciste?', 'es'],
    ['Où as-tu grandi, et avec qui ?', 'fr'],
    ['Где ты вырос?', 'ru'],
    ['你在哪里长大的？', 'zh'],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text, ['en', 'sv', 'de'])).toBe(language);
  });

  it.each(['yo', 'yo Ida', 'yo man', 'hi man', 'man', 'war?'])(
    'is not another one for %j alone',
    (text) => {
      expect(detectLanguage(text, ['en', 'sv'])).toBe('en');
    },
  );

  it('is told by those words beside others of it', () => {
    expect(detectLanguage('Yo soy de Madrid', ['en'])).toBe('es');
    expect(detectLanguage('Wie macht man das?', ['en'])).toBe('de');
  });

  it('is the persona’s first one where the words do not tell', () => {
    expect(detectLanguage('Kiel?', ['sv-SE', 'en'])).toBe('sv');
    expect(detectLanguage('', ['de'])).toBe('de');
    expect(detectLanguage('1234')).toBe('en');
  });
});
