import type { PersonaDocument } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

/** What the persona wants, most important (priority 1) first, and what that does to a reply. */
export const goalsPrompt: PromptTemplate<PersonaDocument['goals']> = {
  name: 'goals',
  version: 1,
  render({ goals }) {
    if (goals.length === 0) return '';
    const lines = goals
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ goal, influence }) => `- ${goal}${influence === undefined ? '' : ` (${influence})`}`);
    return ['What you want, most important first:', ...lines].join('\n');
  },
};
