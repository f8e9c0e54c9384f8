import { cutToTokens } from '../prompt/budgets.ts';
import { block, neutraliseEvidence } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

/** What the humour aspect makes of a moment. */
export interface HumourInput {
  called: boolean;
  /** Somebody is sad, or the subject is: then it is said that there is none. */
  grave: boolean;
  /** The persona's own humorous words, likest first: examples of manner, never of fact. */
  examples: readonly string[];
}

/** A small model says an example that was cut as it stands, with the ellipsis. */
const tokensOfExample = 40;
const shownExamples = 2;

/** One line, where the moment calls for humour or forbids it; between the two nothing is said. */
export const humourPrompt: PromptTemplate<HumourInput> = {
  name: 'humour',
  version: 2,
  render({ called, grave, examples }) {
    if (grave) return 'Humour: none in this reply. Be plain and kind.';
    if (!called) return '';
    const shown = examples
      .map((text) => neutraliseEvidence(text))
      .filter((text) => cutToTokens(text, tokensOfExample) === text)
      .slice(0, shownExamples);
    const line = 'Humour: a light touch of your own kind fits here, in a few words; no stock joke.';
    return shown.length === 0
      ? line
      : `${line} Your manner, not facts:\n${block('examples', shown.join('\n'))}`;
  },
};
