import type { PersonaDocument } from '@personate/contracts';

/** "Chuck Norris (parody)" is spoken to as Chuck Norris. */
export function selfNames(persona: Pick<PersonaDocument, 'name'>): string[] {
  return [...new Set([persona.name.replace(/\s*\([^)]*\)\s*$/u, ''), persona.name])];
}
