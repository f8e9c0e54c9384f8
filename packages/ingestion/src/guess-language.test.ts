import { expect, it } from '@jest/globals';
import { guessLanguage } from './guess-language.ts';

it.each([
  ['I bought a small wooden boat and painted her green.', 'en'],
  ['Ich habe ein kleines Boot gekauft und es grün gestrichen.', 'de'],
  ['Я купил маленькую деревянную лодку и покрасил её.', 'ru'],
  ['我在春天买了一只小木船,然后把它漆成了绿色,每个星期六我都会去看它。', 'zh'],
  ['小さな木の舟を買って、緑色に塗りました。毎週土曜日に見に行きます。', 'ja'],
])('tells the language of %j', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

it.each(['12:30 | 14:00 | 17.50', 'Ja!', '🎉🎉🎉'])('guesses nothing of %j', (text) => {
  expect(guessLanguage(text)).toBe('und');
});

it.each([
  'service | price | time\nsmall | 49 euro | 1 h\nbig | 89 euro | 3 h',
  'Mon 9-18\nTue 9-18\nWed closed\nThu 9-20\nFri 9-18\nSat 10-14',
])('takes no list for a language that has other letters: %j', (text) => {
  expect(guessLanguage(text)).not.toMatch(/^(?:hi|ru|bg|el|ar|he|fa|ja|ko|zh|th)$/u);
});
