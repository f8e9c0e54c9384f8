import type { PersonaDocument } from '@personate/contracts';
import { block, neutraliseData } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

type TypicalResponse = PersonaDocument['persona']['typicalResponses'][number];

/** How the persona has replied before: examples of tone, never of fact. */
export const examplesPrompt: PromptTemplate<readonly TypicalResponse[]> = {
  name: 'examples',
  version: 1,
  render(responses) {
    if (responses.length === 0) return '';
    const lines = responses.flatMap(({ prompt, response }) => [
      `They: ${oneLine(prompt)}`,
      `You: ${oneLine(response)}`,
    ]);
    return `How you replied before (take the tone, not the facts):\n${block('examples', lines.join('\n'))}`;
  },
};

function oneLine(text: string): string {
  return neutraliseData(text).replaceAll(/\s+/g, ' ').trim();
}
