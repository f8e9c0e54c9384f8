import { describe, expect, it } from '@jest/globals';
import { plainTerms } from '../plain-terms.ts';
import { sampleSpan } from '../sample-evidence.ts';
import { inItsMeasure } from './in-its-measure.ts';

const kept = (question: string, sentences: readonly string[]): string[] =>
  inItsMeasure(
    sentences.map((one) => sampleSpan(one)),
    { question, language: 'en' },
    { analyse: plainTerms },
  ).flatMap((one) => one.sentences);

describe('what is counted, weighed or coloured', () => {
  it('is told only by what counts that very thing', () => {
    const cows = 'Mattie keeps eleven cows.';
    const others = ['Mattie keeps cows.', 'Mattie is eighty-one.'];
    expect(kept('How many cows does Mattie keep?', [...others, cows])).toEqual([cows]);
  });

  it('is not told by a name that is the same word', () => {
    const loud = 'I measured the rooster at 94 decibels.';
    expect(kept('How many decibels is that?', ['Decibel is twelve.', loud])).toEqual([loud]);
  });

  it('is told only by what names a colour', () => {
    const green = 'The Volvo is dark green.';
    expect(kept('What colour is your car?', ['The Volvo is old.', green])).toEqual([green]);
  });

  it('and everything else in whatever words', () => {
    const both = ['We met on the quay.', 'It was in 2014.'];
    expect(kept('When did you meet?', both)).toEqual(both);
  });
});
