import { describe, expect, it } from '@jest/globals';
import { detectLanguage, isPlainlyIn } from './detect-language.ts';

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
    ['Aimez-vous la musique ?', 'fr'],
    ['Que pensez-vous de la mort ?', 'fr'],
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

  it.each([
    'Bore da! Siaradwch chi Gymraeg?',
    'Ble wnaethoch chi gael eich geni?',
    'Sut mae? Ydych chi yn hapus da?',
    'Ba mhaith liom a fhios a bheith agam',
  ])('is not taken for a neighbour’s by a word or two: %j', (text) => {
    expect(detectLanguage(text, ['en'])).toBe('en');
    for (const other of ['fr', 'it', 'nl', 'pt'])
      expect(isPlainlyIn(text, other, ['en'])).toBe(false);
  });

  it.each([
    ['Parli italiano?', 'it'],
    ['Buongiorno, come stai?', 'it'],
    ['Dove sei nato e con chi vivi?', 'it'],
    ['Vorrei sapere dove hai comprato la tua prima barca', 'it'],
    ['Bonjour, parlez-vous français ?', 'fr'],
    ['Quel est ton livre préféré, et pourquoi ?', 'fr'],
    ['Spreek je Nederlands?', 'nl'],
    ['Waar ben je geboren en hoe heet je moeder?', 'nl'],
    ['Onde você nasceu?', 'pt'],
    ['Como se chama a sua mãe e onde ela mora?', 'pt'],
  ])('%j is %s to whoever does not speak it', (text, language) => {
    expect(detectLanguage(text, ['en'])).toBe(language);
  });

  it('is the persona’s first one where the words do not tell', () => {
    expect(detectLanguage('Kiel?', ['sv-SE', 'en'])).toBe('sv');
    expect(detectLanguage('', ['de'])).toBe('de');
    expect(detectLanguage('1234')).toBe('en');
  });
});
