import { ExpectedError } from '@personate/contracts';
import type { IngestDeps, ProjectDeps } from './deps.ts';
import { project } from './project.ts';

/** Leaves a tombstone, takes the passages from the store, and moves the knowledge revision. */
export async function removeDocument(
  deps: ProjectDeps & Pick<IngestDeps, 'corpus' | 'generations' | 'personas'>,
  input: { personaId: string; documentKey: string; signal: AbortSignal },
): Promise<{ knowledgeRevision: number }> {
  const { personaId, documentKey, signal } = input;
  const persona = (await deps.personas.serving(personaId)).version.document;
  const knowledgeRevision = await deps.corpus.remove(personaId, documentKey);
  if (knowledgeRevision === null) {
    throw new ExpectedError(
      'missing',
      'document.missing',
      `The persona has no document ${documentKey}.`,
      {
        fix: 'Look for it with GET /v1/personas/{id}/knowledge/search; `documentKey` is the one to give.',
      },
    );
  }
  const generation = await deps.generations.serving(personaId, deps.embedder);
  await project(deps, { generation, selfNames: [persona.name], ingestionId: null, signal });
  await deps.embeddings.prune(personaId);
  return { knowledgeRevision };
}
