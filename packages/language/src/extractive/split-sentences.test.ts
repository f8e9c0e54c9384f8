import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './split-sentences.ts';

describe('sentences of a passage', () => {
  it.each([
    ['I met Dr. Hession in May. She smiled.', ['I met Dr. Hession in May.', 'She smiled.']],
    ['J. R. Smith came. We sang.', ['J. R. Smith came.', 'We sang.']],
    [
      'A long line that was wrapped by an editor at eighty characters and\ngoes on here. End.',
      ['A long line that was wrapped by an editor at eighty characters and goes on here.', 'End.'],
    ],
    ['- One thing\n- Another thing', ['One thing', 'Another thing']],
    ['A title\n\nA text.', ['A title', 'A text.']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text, 'en')).toEqual(sentences);
  });
});
