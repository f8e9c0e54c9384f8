import type { AnswerExtension, EvidenceRecord, SearchResult, Turn } from '@personate/contracts';
import type { AnswerTurnInput } from './answer-turn-types.ts';
import type { AnswerTurnDeps } from './deps.ts';
import type { PreparedTurn } from './prepare-turn.ts';

/**
 * Stores the turn, unless its user was erased meanwhile, then announces it. A poke that fails is logged only: the sweep finds the turn.
 * @throws what the store throws; then nothing was announced.
 */
export async function storeTurn(
  deps: Pick<AnswerTurnDeps, 'turns' | 'evolution' | 'now' | 'log'>,
  input: Pick<AnswerTurnInput, 'userId' | 'keyId'>,
  prepared: PreparedTurn,
  said: { status: Turn['status']; answer: string; extension: AnswerExtension },
): Promise<{ turn: Turn; stored: boolean }> {
  const { place, request, turnId, asked } = prepared;
  const personaId = request.persona.id;
  const cited = new Set(said.extension.citations.map(({ passageId }) => passageId));
  const turn: Turn = {
    turnId,
    conversationId: place.conversationId,
    personaId,
    userId: input.userId,
    question: asked,
    answer: said.answer,
    status: said.status,
    extension: said.extension,
    evidence: request.evidence.map((passage) => ({
      ...evidenceRecord(passage),
      cited: cited.has(passage.passageId),
    })),
    createdAt: deps.now().toISOString(),
  };
  const stored = await deps.turns.append(turn, {
    keyId: input.keyId,
    askedAt: prepared.askedAt.toISOString(),
    ...(place.replaces === undefined ? {} : { replaces: place.replaces }),
  });
  try {
    await deps.evolution.poke({ personaId });
  } catch (error) {
    deps.log.warn({ personaId, turnId, err: error }, 'turn not announced');
  }
  return { turn, stored };
}

function evidenceRecord(passage: SearchResult): Omit<EvidenceRecord, 'cited'> {
  const { passageId, documentId, documentKey, text, score, context } = passage;
  const beside = new Set(context.flatMap((neighbour) => neighbour.documentKey ?? []));
  beside.delete(documentKey);
  return {
    passageId,
    documentId,
    documentKey,
    text,
    score,
    ...(beside.size === 0 ? {} : { contextKeys: [...beside] }),
  };
}
