import { describe, expect, it } from '@jest/globals';
import { asksCareer, isCareerEntry } from './career-entry.ts';
import { asksLanguage, isLanguageEntry, languageAloud } from './language-entry.ts';

describe('an entry of a curriculum vitae', () => {
  const text =
    'I studied Wooden Boat Building at Orust from August 1998 to May 2000.\n\nLarch on oak.';

  it('is told by how it begins, with its years', () => {
    expect(isCareerEntry({ kind: 'career', text })).toBe(true);
    expect(isCareerEntry({ kind: 'history', text })).toBe(false);
    expect(isCareerEntry({ kind: 'career', text: 'I studied the gulls.' })).toBe(false);
  });

  it.each(['Where did you study?', 'What did you do before?', 'Wann hast du da gearbeitet?'])(
    'may answer %s',
    (question) => {
      expect(asksCareer(question)).toBe(true);
    },
  );

  it.each(['Which wood should I take?', 'Why?', 'clinker or carvel?'])(
    'does not answer %s',
    (question) => {
      expect(asksCareer(question)).toBe(false);
    },
  );
});

describe('an entry of a list of languages', () => {
  const irish = 'I speak Irish (professional working proficiency).';

  it('is said as somebody says it', () => {
    expect(isLanguageEntry(irish)).toBe(true);
    expect(languageAloud(irish)).toBe('I speak Irish well enough to work in it.');
    expect(languageAloud('I speak Old Norse (elementary proficiency).')).toBe(
      'I speak a little Old Norse.',
    );
    expect(languageAloud('I speak Irish.')).toBe('I speak Irish.');
  });

  it('answers what is asked of languages alone', () => {
    expect(asksLanguage('Do you speak Irish?')).toBe(true);
    expect(asksLanguage('What is your work?')).toBe(false);
  });
});
