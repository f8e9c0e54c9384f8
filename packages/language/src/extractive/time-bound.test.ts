import { describe, expect, it } from '@jest/globals';
import { timeBinding } from './time-bound.ts';

describe('what hangs on the day it was written', () => {
  it.each([
    ['See you tomorrow at the pier.', 'en', 'future'],
    ['On Thursday we eat at twelve.', 'en', 'future'],
    ['The reading is at 7 pm.', 'en', 'future'],
    ['Today I launched her.', 'en', 'present'],
    ["I'm sitting on the train.", 'en', 'present'],
    ['Just finished the last plank.', 'en', 'present'],
    ['We lost a recorder last night.', 'en', 'past'],
    ['In 1998 we moved to Kiel.', 'en', 'none'],
    ['I meet my friends on Thursdays.', 'en', 'none'],
    ['Heute regnet es.', 'de', 'present'],
    ['Igår var vi ute.', 'sv', 'past'],
    ['Mañana salimos.', 'es', 'future'],
  ])('%j (%s) is %s', (sentence, language, binding) => {
    expect(timeBinding(sentence, language)).toBe(binding);
  });
});
