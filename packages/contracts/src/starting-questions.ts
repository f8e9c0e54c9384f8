import type { PersonaDocument } from './persona.ts';

const mostOffered = 4;

/**
 * What to offer somebody who has not asked yet: the persona's own starters; else prompts that somebody wrote for it
 * (mined ones stand in a conversation that is over) and the domains it knows.
 */
export function startingQuestions(document: PersonaDocument): string[] {
  const { starters = [], persona, knowledgeLimits } = document;
  if (starters.length > 0) return starters.slice(0, mostOffered);
  const written = persona.typicalResponses
    .filter(({ evidence = [] }) => evidence.length === 0)
    .map(({ prompt }) => prompt);
  const known = knowledgeLimits.known.map(({ domain }) => `What can you tell me about ${domain}?`);
  const offered = new Set([...written.slice(0, 2), ...known, ...written, 'Who are you?']);
  return [...offered].slice(0, mostOffered);
}
