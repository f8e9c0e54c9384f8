import type { EvaluationCase } from '@personate/contracts';
import { measureRate } from '../measure-rate.ts';
import type { Part } from '../part.ts';

/** What the readers of a blind test guessed: their wrong guesses are replies that were taken for its own texts. */
export const blindPart: Part = async ({ blind }) => {
  const guesses = blind.flatMap((one) => one.guesses);
  if (guesses.length === 0)
    return {
      notMeasured:
        'Nobody has guessed: make the page with --blind-page, and give what its readers saved with --blind.',
    };
  const cases = guesses.map(({ own, reply, right }): EvaluationCase => ({
    question: `Its own text: ${own}`,
    answer: reply,
    passed: !right,
    note: right ? 'told from its own text' : 'taken for its own text',
  }));
  return {
    rates: [
      measureRate(
        'replies taken for its own texts',
        guesses.map(({ right }) => !right),
      ),
    ],
    figures: [
      { name: 'readers', value: blind.length },
      { name: 'where nothing can be told apart, share', value: 0.5 },
    ],
    cases,
  };
};
