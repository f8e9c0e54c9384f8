import { block, neutraliseWords } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

/** What was asked, last, fenced: a question cannot bring evidence of its own. */
export const questionPrompt: PromptTemplate<string> = {
  name: 'question',
  version: 1,
  render: (question) => block('question', neutraliseWords(question)),
};
