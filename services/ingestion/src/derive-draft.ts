import { consentWithdrawn, type PersonaProposal } from '@personate/contracts';
import { draftPersona, type DraftModel } from '@personate/personas';
import type { Repositories } from '@personate/records';

export interface DeriveDraftDeps {
  personas: Pick<Repositories['personas'], 'serving' | 'propose'>;
  corpus: Pick<Repositories['corpus'], 'documents'>;
  /** Reads excerpts beside the counting, where it is asked for. */
  model?: DraftModel;
}

/**
 * Proposes the persona as its documents show it; null when the draft would change nothing. Without `model` it only counts.
 * @throws ExpectedError `persona.consent-withdrawn` where a model would read.
 */
export async function deriveDraft(
  deps: DeriveDraftDeps,
  { personaId, model = false, signal }: { personaId: string; model?: boolean; signal: AbortSignal },
): Promise<PersonaProposal | null> {
  const { version, consent } = await deps.personas.serving(personaId);
  // Who has said no is read to no model; what is counted here stays here.
  const reader = model ? deps.model : undefined;
  if (reader !== undefined && consent === 'withdrawn') throw consentWithdrawn(personaId);
  const draft = await draftPersona({
    current: version.document,
    documents: deps.corpus.documents(personaId),
    signal,
    ...(reader === undefined ? {} : { model: reader }),
  });
  // Measures alone are no draft that anybody has to decide on.
  if (!draft.items.some(({ path }) => path !== 'persona.voice.measured')) return null;
  return deps.personas.propose(personaId, {
    document: draft.document,
    origin: 'derive',
    baseVersion: version.version,
    causedBy: [],
    note: draft.notes[0] ?? 'Measured from its documents.',
    items: draft.items.map(({ path, evidence, quotes, confidence, basis, from }) => ({
      path,
      evidence,
      quotes,
      confidence,
      from,
      ...(basis === undefined ? {} : { basis }),
    })),
    notes: draft.notes,
  });
}
