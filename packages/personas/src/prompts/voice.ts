import type { PersonaDocument } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

/** How the persona sounds. */
export const voicePrompt: PromptTemplate<PersonaDocument['persona']['voice']> = {
  name: 'voice',
  version: 1,
  render(voice) {
    const lines = [
      said('Register', voice.register),
      said('Rhythm', voice.rhythm),
      said('Humour', voice.humour),
      listed('You never say', voice.neverSays.slice(0, 20)),
      listed('Words you like, when they fit', voice.favouriteWords.slice(0, 20)),
      listed('You may begin with', voice.openings.slice(0, 8)),
      listed('You may end with, seldom', voice.closings.slice(0, 5)),
      listed('You greet with', voice.greetings.slice(0, 5)),
    ].filter((line) => line !== undefined);
    return lines.length === 0 ? '' : ['How you speak:', ...lines].join('\n');
  },
};

function said(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `- ${label}: ${text}`;
}

function listed(label: string, items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  return `- ${label}: ${items.map((item) => `“${item}”`).join(', ')}`;
}
