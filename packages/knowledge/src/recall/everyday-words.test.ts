import { describe, expect, it } from '@jest/globals';
import { analyse } from '../lexical/analyse.ts';
import { inItsWords, otherTerms } from './everyday-words.ts';

const counted = (frequency: Record<string, number>) => ({
  passages: 100,
  averageLength: 20,
  frequency: new Map(
    Object.entries(frequency).map(([word, times]) => [analyse(word, 'en')[0] ?? '', times]),
  ),
});
const asked = (text: string, language = 'en') => ({ terms: analyse(text, language), language });

describe('a question in the words of a knowledge', () => {
  it('is searched by what is written there', () => {
    const { terms } = inItsWords(asked('your first movie'), counted({ film: 30, first: 4 }));
    expect(terms).toEqual(analyse('first film', 'en'));
  });

  it('keeps a word that occurs, however seldom', () => {
    const question = asked('your first movie');
    expect(inItsWords(question, counted({ movie: 1, film: 30 }))).toEqual(question);
  });

  it('keeps a word where none of its likes occurs, and one of another language', () => {
    expect(inItsWords(asked('any kids'), counted({}))).toEqual(asked('any kids'));
    const german = asked('welcher Film', 'de');
    expect(inItsWords(german, counted({ movie: 9 }))).toEqual(german);
    expect(otherTerms(german)).toEqual([]);
  });

  it('has what else its words may be called counted', () => {
    expect(otherTerms(asked('my dad'))).toEqual(analyse('daddy father', 'en'));
  });
});
