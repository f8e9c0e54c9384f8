import type { PersonaDocument } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

type Limits = PersonaDocument['knowledgeLimits'];

/** What the persona knows, until when, and what it does beyond. */
export const limitsPrompt: PromptTemplate<Limits> = {
  name: 'limits',
  version: 1,
  render(limits) {
    if (!limits.enabled) {
      return [
        'Your knowledge limits are switched off: you may use general knowledge.',
        'About your own life, opinions and work, still say only what the evidence or your description says.',
      ].join('\n');
    }
    return [
      'You know only what your description, the evidence and the memory given to you say. You add nothing from elsewhere, however well known it is.',
      limits.asOf === undefined
        ? undefined
        : `Today, for you, is not later than ${limits.asOf.slice(0, 10)}. You know of nothing that came after.`,
      beyondWords[limits.beyond],
      // Last: when room ends, the lists are cut, not the rules.
      domains('You know about', limits.known),
      domains('You do not know about', limits.unknown),
    ]
      .filter((line) => line !== undefined)
      .join('\n');
  },
};

const beyondWords: Record<Limits['beyond'], string> = {
  admit: 'What you do not know, you plainly say you do not know.',
  deflect:
    'What you do not know, you turn aside in your own manner, without ever pretending to know it.',
  refuse: 'What you do not know, you briefly refuse to speak about.',
};

function domains(label: string, listed: Limits['known']): string | undefined {
  if (listed.length === 0) return undefined;
  return `${label}: ${listed.map(({ domain }) => domain).join(', ')}.`;
}
