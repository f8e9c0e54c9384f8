import { randomUUID } from 'node:crypto';
import type { AnswerExtension, PersonaDocument, Turn } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';

export const personaId = 'mara-quill';
const passageId = '3f0f5ff4-4a51-4f0e-9d43-6d8a3b2f8a10';
const documentKey = '5f0f5ff4-4a51-4f0e-9d43-6d8a3b2f8a11';

export function personaDocument(
  evolution: Partial<PersonaDocument['evolution']> = {},
): PersonaDocument {
  return personaDocumentSchema.parse({
    id: personaId,
    name: 'Mara Quill',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
    persona: { traits: [{ name: 'patience', strength: 0.5 }], bigFive: { openness: 0.5 } },
    evolution,
  });
}

export interface TurnInput extends Partial<Omit<Turn, 'extension'>> {
  extension?: Partial<AnswerExtension>;
}

/** A turn that was answered without evidence, a minute before the tests' clock. */
export function userTurn(question: string, over: TurnInput = {}): Turn {
  const { extension, ...rest } = over;
  const turnId = over.turnId ?? randomUUID();
  const conversationId = over.conversationId ?? randomUUID();
  return {
    turnId,
    conversationId,
    personaId,
    userId: 'ann',
    question,
    answer: 'I see.',
    status: 'complete',
    evidence: [],
    createdAt: '2026-01-05T12:00:00.000Z',
    ...rest,
    extension: {
      persona: personaId,
      version: 1,
      knowledgeRevision: 1,
      decision: 'declined',
      reason: 'small-talk',
      citations: [],
      memories: [],
      speaker: 'extractive',
      disclosure: 'A synthetic persona.',
      audience: [],
      conversationId,
      turnId,
      timings: { understandMs: 1, recallMs: 1, decideMs: 1, firstTokenMs: 1 },
      ...extension,
    },
  };
}

/** A question answered from the persona's own words. */
export function answeredTurn(question: string, answer: string, over: TurnInput = {}): Turn {
  const { extension, ...rest } = over;
  return userTurn(question, {
    answer,
    evidence: [
      { passageId, documentId: 'notes/clock', documentKey, text: answer, score: 1, cited: true },
    ],
    ...rest,
    extension: {
      decision: 'answered',
      reason: undefined,
      citations: [
        {
          n: 1,
          passageId,
          documentId: 'notes/clock',
          documentKey,
          source: 'notes',
          kind: 'history',
          stance: 'by',
          quote: answer,
        },
      ],
      ...extension,
    } as Partial<AnswerExtension>,
  });
}
