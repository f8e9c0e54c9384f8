import { describe, expect, it } from '@jest/globals';
import { analyse } from './analyse.ts';

describe('analyse', () => {
  it.each([
    ['en', 'Where did the painters’ studies grow?', ['painter', 'studi', 'grow']],
    ['en-GB', "I don't think Anna's cat wasn't running", ['think', 'anna', 'cat', 'run']],
    ['de', 'Die Häuser der Straße, und ein Haus', ['haus', 'strass', 'haus']],
    ['fr', 'Quand l’été arrive, les cafés ouvrent', ['arriv', 'caf', 'ouvrent']],
    ['ru', 'Мы построили зелёные дома', ['постро', 'зелен', 'дом']],
    ['ja', '東京に住んでいます', ['東京', '住']],
  ])('%s: function words go, the rest is stemmed: %s', (language, text, terms) => {
    expect(analyse(text, language)).toEqual(expect.arrayContaining(terms));
    expect(analyse(text, language).length).toBeLessThanOrEqual(terms.length + 1);
  });

  it('keeps numbers, and thousands as one', () => {
    expect(analyse('In 1998 it cost 12,500 crowns, 3,5 more', 'en')).toEqual(
      expect.arrayContaining(['1998', '12500', '3', '5']),
    );
  });

  it('finds a word with or without its accents', () => {
    expect(analyse('naïve façade', 'en')).toEqual(analyse('naive facade', 'en'));
  });

  it('keeps the words of a language it does not know as they are', () => {
    expect(analyse('Mae’r tai yn wyrdd', 'cy')).toEqual(['mae', 'r', 'tai', 'yn', 'wyrdd']);
    expect(analyse('constructor __proto__', 'constructor')).toEqual(['constructor', 'proto']);
  });

  it('splits what is written without spaces', () => {
    expect(analyse('我喜欢喝茶', 'und').length).toBeGreaterThan(2);
  });

  it('finds no term in emoji, white space and nothing', () => {
    expect([analyse('🎉🏽 — …', 'en'), analyse(' \n', 'en'), analyse('', 'en')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
