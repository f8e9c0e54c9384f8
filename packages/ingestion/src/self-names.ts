import type { IngestDeps } from './deps.ts';

/** What the persona is called: by its document, and as the author of its own words. */
export async function selfNamesOf(
  deps: Pick<IngestDeps, 'corpus'> & { personas: Pick<IngestDeps['personas'], 'get'> },
  personaId: string,
): Promise<string[]> {
  const { name } = await deps.personas.get(personaId);
  return [...new Set([name, ...(await deps.corpus.ownNames(personaId))])];
}
