import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway, isDatabaseTrouble } from './is-database-away.ts';

const coded = (code: string): Error => Object.assign(new Error('no'), { code });

describe('a query that failed', () => {
  it.each(['57P01', '57P03', '25P03', '25006', '53300', '08006', 'ECONNREFUSED', 'EAI_AGAIN'])(
    'with %s had no database to ask',
    (code) => expect(isDatabaseAway(coded(code))).toBe(true),
  );
  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'with "%s" had none either',
    (message) => expect(isDatabaseAway(new Error(message))).toBe(true),
  );
  it.each(['23505', '42501', '42P01'])('with %s was understood and refused', (code) =>
    expect(isDatabaseAway(coded(code))).toBe(false),
  );
  it.each(['57P01', '57014', '53100', '40P01'])('with %s may go through another time', (code) =>
    expect(isDatabaseTrouble(coded(code))).toBe(true),
  );
  it.each(['23505', '42P01', 'ENOENT'])('with %s never will', (code) =>
    expect(isDatabaseTrouble(coded(code))).toBe(false),
  );
  it('for another reason is a bug', () => {
    expect(isDatabaseAway(new Error('cannot read properties of undefined'))).toBe(false);
  });
});
