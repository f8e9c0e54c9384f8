import { ExpectedError } from '@personate/contracts';
import type { EraseDeps } from './deps.ts';
import { runErasure } from './run-erasure.ts';

/**
 * Erases one document at once or not at all: where somebody else is at the persona for longer, nothing stays to be done.
 * @throws ExpectedError `document.missing`, `persona.busy`; personaMissing.
 */
export async function removeDocument(
  deps: EraseDeps,
  input: { personaId: string; documentKey: string; requestedBy?: string; signal: AbortSignal },
): Promise<{ knowledgeRevision: number; erasureId: string }> {
  const { personaId, documentKey, requestedBy = 'ingestion', signal } = input;
  const { erasureId, removed } = await deps.erasures.open(
    { scope: 'document', personaId, documentKey },
    requestedBy,
  );
  try {
    await runErasure(deps, { erasureId, signal });
  } catch (error) {
    const isBusy = error instanceof ExpectedError && error.code === 'persona.busy';
    if (isBusy && Object.keys(removed).length === 0) await deps.erasures.discard(erasureId);
    throw error;
  }
  const { knowledgeRevision } = await deps.personas.get(personaId);
  return { knowledgeRevision, erasureId };
}
