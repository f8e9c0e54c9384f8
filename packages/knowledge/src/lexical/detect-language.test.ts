import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'Where did you grow up?'],
    ['en', 'What was the war like for you and your sister?'],
    ['en', 'I am in the garden'],
    ['de', 'Wo bist du aufgewachsen?'],
    ['de', 'Ich habe die ganze Nacht an der alten Uhr gearbeitet.'],
    ['fr', 'Où est-ce que tu as grandi ?'],
    ['es', '¿Dónde creciste y quién era tu mejor amigo?'],
    ['it', 'Dove sei cresciuto e chi era il tuo maestro?'],
    ['nl', 'Waar ben je opgegroeid en wat deed je vader?'],
    ['pt', 'Onde você cresceu e quem era o seu melhor amigo?'],
    ['sv', 'Var växte du upp och vad gjorde din far?'],
    ['pl', 'Gdzie się wychowałeś i kim był twój ojciec?'],
    ['ru', 'Где ты вырос и кем был твой отец?'],
    ['ja', 'どこで育ちましたか'],
    ['ko', '어디에서 자랐어요?'],
    ['zh', '你在哪里长大？'],
    ['el', 'Πού μεγάλωσες;'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('says what it was told to when nothing tells', () => {
    expect(detectLanguage('🎉 12345')).toBe('und');
    expect(detectLanguage('Kilimanjaro', { fallback: 'de' })).toBe('de');
  });

  it('chooses only among the languages it is given', () => {
    expect(detectLanguage('Var växte du upp?', { among: ['en', 'de'], fallback: 'en' })).toBe('en');
  });
});
