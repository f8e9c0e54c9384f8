import { describe, expect, it } from '@jest/globals';
import { favouriteWords } from './favourite-words.ts';
import { topicTerms } from './topic-terms.ts';
import { splitWords } from '../words/split-words.ts';
import { VoiceMeter } from './voice-meter.ts';
import { vocabularyRichness } from './vocabulary-richness.ts';
import { cleanWords } from './clean-words.ts';
import { WordTally } from './word-tally.ts';

function meter(text: string, language = 'en'): Record<string, number> {
  const voice = new VoiceMeter();
  const cleaned = cleanWords(text);
  voice.add(cleaned, splitWords(cleaned, language), language);
  return voice.measures(new WordTally());
}

describe('VoiceMeter', () => {
  it('counts what can be counted by hand', () => {
    const measured = meter(
      'Maybe I am late.\nwhy not? Look at that! … I think so (really) 😀 haha',
    );
    expect(measured).toMatchObject({
      documents: 1,
      words: 14,
      sentenceWordsMedian: 3,
      emojiRate: 1,
      questionRate: 0.25,
      exclamationRate: 0.25,
      lowerCaseStartRate: 0.25,
      ellipsesPer100Words: 7.143,
      hedgesPer100Words: 14.286,
      firstPersonPer100Words: 14.286,
      laughsPer100Words: 7.143,
      parenthesesPer100Words: 7.143,
    });
  });

  it('knows German speech as well, and measures other languages without a lexicon', () => {
    expect(meter('Ich glaube, das geht vielleicht.', 'de')).toMatchObject({
      hedgesPer100Words: 40,
      firstPersonPer100Words: 20,
    });
    const french = meter('Je pense que oui.', 'fr');
    expect(french).toMatchObject({ words: 4 });
    expect(french).not.toHaveProperty('hedgesPer100Words');
  });

  it('does not count links, mentions, code and quotations as words', () => {
    expect(
      meter('@odo see https://example.org/a?b=c\n> they said this\n`let x = 1`\nfine').words,
    ).toBe(2);
  });
});

describe('vocabularyRichness', () => {
  it('is 1 when no word comes twice and near 0.01 when one word is all', () => {
    const all = new WordTally();
    all.add(
      'en',
      Array.from({ length: 300 }, (_, n) => `word${n}`),
      undefined,
    );
    expect(vocabularyRichness(all)).toBeCloseTo(1, 6);
    const one = new WordTally();
    one.add(
      'en',
      Array.from({ length: 300 }, () => 'word'),
      undefined,
    );
    expect(vocabularyRichness(one)).toBeCloseTo(0.01, 6);
    // Two words, half each: 100 drawn meet both, but for odds below 1e-30.
    const two = new WordTally();
    two.add(
      'en',
      Array.from({ length: 300 }, (_, n) => `word${n % 2}`),
      undefined,
    );
    expect(vocabularyRichness(two)).toBeCloseTo(0.02, 6);
  });

  it('says nothing of a short text', () => {
    const few = new WordTally();
    few.add('en', ['one', 'two'], undefined);
    expect(vocabularyRichness(few)).toBeUndefined();
  });
});

describe('favouriteWords', () => {
  it('finds a habit, not a topic that everybody around shares, a common word or a name', () => {
    const [own, others] = [new WordTally(), new WordTally()];
    const filler =
      'the boat went along slowly while gulls watched from grey posts near water'.split(' ');
    for (let n = 0; n < 60; n += 1) {
      own.add('en', ['splendid', 'ferry', 'house', 'met', 'Ottilie', ...filler], `p${n % 6}`);
      others.add('en', ['ferry', 'house', ...filler, ...filler], `p${n % 6}`);
    }
    const words = favouriteWords(own, others);
    expect(words[0]).toBe('splendid');
    expect(words).not.toContain('ferry');
    expect(words).not.toContain('house');
    expect(words).not.toContain('ottilie');
  });
});

describe('topicTerms', () => {
  it('tells things from praise', () => {
    const terms = topicTerms("That's awesome! I oiled the harbour clock.", 'en');
    expect(terms.get('awesome')?.isNoun).toBe(false);
    expect(terms.get('harbour clock')).toEqual({ form: 'harbour clock', isNoun: true });
  });
});
