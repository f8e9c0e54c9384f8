import { describe, expect, it } from '@jest/globals';
import { inPlainVerbs } from './plain-verbs.ts';

describe('a verb of several words', () => {
  it.each([
    ['Did you ever fall out with your sister?', 'Did you ever quarrel with your sister?'],
    ['Why had you fallen out with Mr Berg?', 'Why had you quarrelled with Mr Berg?'],
    ['Who was it that he looked up to?', 'Who was it that he admired?'],
    ['Did she own up to it in the end?', 'Did she confess to it in the end?'],
    ['How did you come up with the keel?', 'How did you invent the keel?'],
    ['When did your aunt pass away?', 'When did your aunt die?'],
    ['How did he end up living in Kiel?', 'How did he come to Kiel?'],
    ['What is your wifes name?', "What is your wife's name?"],
  ])('is read by its meaning: %s', (asked, plain) => {
    expect(inPlainVerbs(asked, 'en')).toBe(plain);
  });

  it.each(['Did you fall out of the boat?', 'Did you look up the word?', 'What do you own?'])(
    'is left alone where it means its parts: %s',
    (asked) => {
      expect(inPlainVerbs(asked, 'en')).toBe(asked);
    },
  );

  it('is one of English', () => {
    expect(inPlainVerbs('Fall out with', 'de')).toBe('Fall out with');
  });
});
