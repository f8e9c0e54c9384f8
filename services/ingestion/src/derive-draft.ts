import type { PersonaProposal } from '@personate/contracts';
import { draftPersona } from '@personate/personas';
import type { Repositories } from '@personate/records';

export interface DeriveDraftDeps {
  personas: Pick<Repositories['personas'], 'serving' | 'propose'>;
  corpus: Pick<Repositories['corpus'], 'documents'>;
}

/** Proposes the persona as its documents show it; null when the draft would change nothing. */
export async function deriveDraft(
  deps: DeriveDraftDeps,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<PersonaProposal | null> {
  const { version } = await deps.personas.serving(personaId);
  const draft = await draftPersona({
    current: version.document,
    documents: deps.corpus.documents(personaId),
    signal,
  });
  // Measures alone are no draft that anybody has to decide on.
  if (!draft.items.some(({ path }) => path !== 'persona.voice.measured')) return null;
  return deps.personas.propose(personaId, {
    document: draft.document,
    origin: 'derive',
    baseVersion: version.version,
    causedBy: [],
    note: draft.notes[0] ?? 'Measured from its documents.',
    items: draft.items.map(({ path, evidence, quotes, confidence, basis }) => ({
      path,
      evidence,
      quotes,
      confidence,
      from: 'counting' as const,
      ...(basis === undefined ? {} : { basis }),
    })),
    notes: draft.notes,
  });
}
