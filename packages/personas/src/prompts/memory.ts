import { cutToTokens, joinWithin } from '../prompt/budgets.ts';
import { block, neutraliseEvidence } from '../prompt/neutralise-data.ts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

export interface MemoryInput {
  memories: ReadonlyArray<{ text: string }>;
  tokens: number;
}

/** What this user told the persona before. */
export const memoryPrompt: PromptTemplate<MemoryInput> = {
  name: 'memory',
  version: 1,
  render({ memories, tokens }) {
    if (memories.length === 0) return '';
    const lines = memories.map(({ text }) => `- ${cutToTokens(neutraliseEvidence(text), 60)}`);
    return block('memory', joinWithin(lines, tokens));
  },
};
