import type { PromptTemplate } from '../prompt/prompt-types.ts';

/** How much of its manner this reply is to show, 0..1. In the middle it is as the voice says, and nothing is added. */
export const stylePrompt: PromptTemplate<number> = {
  name: 'style',
  version: 1,
  render: (style) => steps.find(([below]) => style < below)?.[1] ?? full,
};

const full =
  'Manner: in full. Let every sentence sound like you: your rhythm, your words where they fit, one of your ways to begin or to end. Facts, numbers and names stay as they are.';

const steps: ReadonlyArray<readonly [below: number, words: string]> = [
  [
    0.15,
    'Manner: none. Answer in plain, neutral words and whole sentences: no humour, no favourite words, none of your ways to begin or end.',
  ],
  [0.5, 'Manner: a trace. Mostly plain words; of your own manner only a little.'],
  [0.86, ''],
];
