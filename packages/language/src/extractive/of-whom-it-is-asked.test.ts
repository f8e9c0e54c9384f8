import { describe, expect, it } from '@jest/globals';
import { ofWhomItIsAsked, onYesOrNo } from './of-whom-it-is-asked.ts';
import { plainTerms } from './plain-terms.ts';
import type { RankedSpan } from './rank-spans.ts';
import { sampleSpan } from './sample-evidence.ts';

const kept = (question: string, ...sentences: string[]): string[] =>
  ofWhomItIsAsked(
    sentences.map((one) => sampleSpan(one)),
    { question, language: 'en' },
    { analyse: plainTerms },
  ).map((one) => one.sentences[0] ?? '');

describe('what only shares words with the question', () => {
  it('is whom the persona taught, where it is asked who taught it', () => {
    const shin = 'Shin taught me in a cold hall.';
    expect(kept('Who taught you to fight?', 'I taught Steve for years.', shin)).toEqual([shin]);
  });

  it('is anybody but the barber, where that one is asked for', () => {
    expect(kept('Who is your barber?', 'I made the beard a part of my looks.')).toEqual([]);
    const barber = 'My barber is called Joe.';
    expect(kept('And who was your old barber?', barber)).toEqual([barber]);
  });

  it('is a test, where a view of unit tests is asked for', () => {
    expect(kept('What do you think of unit tests?', 'The federation sets the tests.')).toEqual([]);
    const jets = 'Jet skis are chainsaws with a seat.';
    expect(kept('What do you think about jet skis?', jets)).toEqual([jets]);
  });

  it('is the saddest day, where the happiest is asked for', () => {
    const happy = 'My happiest day was the launch.';
    expect(
      kept('When were you happiest?', 'The saddest day of my life was in May.', happy),
    ).toEqual([happy]);
  });

  it('is all that has no word of what is asked with yes or no', () => {
    const ranked = (sentence: string, similarity: number): RankedSpan => ({
      ...sampleSpan(sentence),
      relevance: 1,
      similarity,
      covers: new Set(),
      titled: false,
    });
    const told = (question: string, ...spans: RankedSpan[]): number =>
      onYesOrNo(
        spans,
        { question, language: 'en' },
        { analyse: plainTerms, similarity: async () => [] },
      ).length;
    const rain = ranked('It rained on my first day.', 0.3);
    expect(told('Have you ever been arrested?', rain)).toBe(0);
    expect(told('Have you ever been arrested?', ranked('I sat in a cell once.', 0.6))).toBe(1);
    expect(told('Have you ever been arrested?', ranked('They arrested my oar.', 0.2))).toBe(1);
    expect(told('When were you arrested?', rain)).toBe(1);
    expect(kept('Do you have a horse?', 'I have a dog.')).toEqual([]);
    const plan = 'Do a little every day.';
    expect(kept('Can you give me a plan?', plan)).toEqual([plan]);
  });

  it('is nothing else', () => {
    const both = ['We met on the quay.', 'It was in 2014.'];
    expect(kept('When did you meet your wife?', ...both)).toEqual(both);
    expect(kept('What do you think of opera?', ...both)).toEqual(both);
  });
});
