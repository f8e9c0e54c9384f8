import { describe, expect, it } from '@jest/globals';
import { emptyCounts, ownOf } from './own-of.ts';

describe('a table of words', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'holds no %s that nobody wrote into it',
    (word) => {
      expect(ownOf({ mother: 'mum' }, word)).toBeUndefined();
    },
  );

  it('holds what was written into it', () => {
    expect(ownOf({ constructor: 'builder' }, 'constructor')).toBe('builder');
  });
});

describe('counts by name', () => {
  it.each(['constructor', '__proto__', 'notes'])('begin at nothing for %s', (name) => {
    const counts = emptyCounts();
    counts[name] = (counts[name] ?? 0) + 1;
    counts[name] = (counts[name] ?? 0) + 1;
    expect(Object.entries(counts)).toEqual([[name, 2]]);
  });
});
