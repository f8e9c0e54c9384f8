import type { PersonaDocument } from '@personate/contracts';
import type { RecallResult } from '@personate/knowledge';
import type { AnswerTurnDeps } from './deps.ts';
import type { Understanding } from './understand/understand-question.ts';

export interface RecallEvidenceInput {
  persona: PersonaDocument;
  understanding: Understanding;
  audience: readonly string[];
  signal: AbortSignal;
}

/** Passages that the decision and the speaker see. */
const resultsWanted = 12;

/** What the persona's knowledge holds on the question; null where the question asks for none. */
export async function recallEvidence(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall' | 'embedder'>,
  { persona, understanding, audience, signal }: RecallEvidenceInput,
): Promise<RecallResult | null> {
  if (!asksForKnowledge(understanding)) return null;
  const store = await deps.knowledge.open(persona.id, signal);
  const limits = persona.knowledgeLimits;
  return deps.recall(
    { store, embedder: deps.embedder },
    {
      question: understanding.question,
      selfNames: selfNames(persona),
      k: resultsWanted,
      audience,
      ...(limits.enabled && limits.asOf !== undefined ? { asOf: endOf(limits.asOf) } : {}),
      signal,
    },
  );
}

function asksForKnowledge({ occasion, aspect, aboutUser }: Understanding): boolean {
  return occasion === null && aspect === null && aboutUser === null;
}

/** "Chuck Norris (parody)" is spoken to as Chuck Norris. */
function selfNames(persona: PersonaDocument): string[] {
  return [...new Set([persona.name.replace(/\s*\([^)]*\)\s*$/u, ''), persona.name])];
}

/** A day is known to its end. */
function endOf(asOf: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(asOf) ? `${asOf}T23:59:59.999Z` : asOf;
}
