import { cutToTokens } from '../prompt/budgets.ts';
import { block, neutraliseEvidence } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

const tokensOfSentence = 40;
const shownSentences = 4;

/** Asks once again for a reply of which too little was left, and names what was wrong with it. */
export const correctionPrompt: PromptTemplate<readonly string[]> = {
  name: 'correction',
  version: 1,
  render(wrong) {
    const lines = wrong
      .slice(0, shownSentences)
      .map((sentence) => `- ${cutToTokens(neutraliseEvidence(sentence), tokensOfSentence)}`);
    return `Your first reply was not sent. These sentences of it rest on nothing that you were given:\n${block('draft', lines.join('\n'))}\nReply again without them. Say only what your records and your description hold, and say in your own voice what you do not know.`;
  },
};

const tokensOfDraft = 400;

/** Asks once for the same reply in the persona's manner. */
export const rewritePrompt: PromptTemplate<string> = {
  name: 'rewrite',
  version: 1,
  render: (draft) =>
    `This draft of your reply is right, and does not sound like you:\n${block('draft', cutToTokens(neutraliseEvidence(draft), tokensOfDraft))}\nSay it again in your own manner: your rhythm, your words. Facts, numbers, names and what each sentence rests on stay as they are, with their numbers in square brackets; add nothing.`,
};
