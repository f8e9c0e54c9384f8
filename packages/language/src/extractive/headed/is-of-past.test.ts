import { describe, expect, it } from '@jest/globals';
import { isOfPast } from './is-of-past.ts';

describe('how something once was', () => {
  it.each([
    ['When did you open the shop?', 'en'],
    ['How much was the boat hire?', 'en'],
    ['Wann war der Laden geöffnet?', 'de'],
    ['Wie lange hat die Sauna gedauert?', 'de'],
    ['Was hast du für das Boot bezahlt, und wie lange hast du daran gebaut?', 'de'],
    ['Hur länge var butiken öppen?', 'sv'],
    ['Vad kostade båten?', 'sv'],
    ['¿Cuánto costó el barco?', 'es'],
  ])('is asked by %j (%s)', (question, language) => {
    expect(isOfPast(question, language)).toBe(true);
  });

  it.each([
    ['When do you open the shop?', 'en'],
    ['How long does it take?', 'en'],
    ['Wann hat der Laden geöffnet?', 'de'],
    ['Wie lange habt ihr samstags geöffnet?', 'de'],
    ['Was kostet das?', 'de'],
    ['Var kostar det minst?', 'sv'],
    ['¿Cuánto cuesta el barco?', 'es'],
  ])('is not asked by %j (%s)', (question, language) => {
    expect(isOfPast(question, language)).toBe(false);
  });
});
