import { describe, expect, test } from '@jest/globals';
import { asStatement } from './as-statement.ts';

describe('a question is put in the words that its answer may begin with', () => {
  test.each([
    ['Who introduced you to your husband?', 'Introduced me to my husband.'],
    ['Did you sail as a child?', 'I sail as a child.'],
    ['What did you lose at the races?', 'I lose at the races.'],
    ['How many boats were yours?', 'Boats were mine.'],
    ['You taught yourself?', 'I taught myself.'],
  ])('%s', (question, told) => {
    expect(asStatement(question, 'en')).toBe(told);
  });

  test('in English only, and not where nothing is left', () => {
    expect(asStatement('Wo bist du aufgewachsen?', 'de')).toBeNull();
    expect(asStatement('Why?', 'en')).toBeNull();
  });
});
