import {
  ExpectedError,
  requireConsent,
  type ConsentState,
  type Document,
  type PersonaDocument,
  type PersonaVersion,
  type TrainingSet,
} from '@personate/contracts';
import type { Touches } from '@personate/language';
import { makeTrainingSet } from './make-training-set.ts';

export interface BuildTrainingSetDeps {
  personas: {
    serving(
      personaId: string,
    ): Promise<{ version: PersonaVersion; knowledgeRevision: number; consent: ConsentState }>;
  };
  corpus: {
    /** Those that stand. */
    documents(personaId: string): AsyncIterable<Document>;
  };
  /** `offLimitsOf`, with what finds the words of a text. */
  offLimits(persona: PersonaDocument): Touches | null;
}

export interface BuildTrainingSetInput {
  personaId: string;
  /** Beyond the public; whoever asks may see them all. */
  audience: readonly string[];
  heldOutShare: number;
  signal: AbortSignal;
}

/** A persona that learns meanwhile is read again, so that the manifest names one revision. */
const mostReadings = 3;

/**
 * @throws personaMissing; ExpectedError `persona.consent-missing`, `persona.consent-withdrawn`, `persona.busy`,
 *   `training.too-few`
 */
export async function buildTrainingSet(
  deps: BuildTrainingSetDeps,
  { personaId, audience, heldOutShare, signal }: BuildTrainingSetInput,
): Promise<TrainingSet> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const { version, knowledgeRevision, consent } = await deps.personas.serving(personaId);
    requireConsent(personaId, consent);
    const documents: Document[] = [];
    for await (const document of deps.corpus.documents(personaId)) {
      signal.throwIfAborted();
      if (document.stance !== 'about') documents.push(document);
    }
    const after = await deps.personas.serving(personaId);
    if (after.knowledgeRevision !== knowledgeRevision) continue;
    requireConsent(personaId, after.consent);
    const offLimits = deps.offLimits(version.document);
    const input = { version, knowledgeRevision, documents, groups: audience, heldOutShare };
    return makeTrainingSet({ ...input, offLimits });
  }
  throw new ExpectedError(
    'conflict',
    'persona.busy',
    `The knowledge of "${personaId}" changes while it is read.`,
    { fix: 'Wait until its ingestion has ended, then try again.' },
  );
}
