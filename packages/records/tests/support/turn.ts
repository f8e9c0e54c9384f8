import { randomUUID } from 'node:crypto';
import type { Turn } from '@personate/contracts';

export function turnOf(personaId: string, change: Partial<Turn> = {}): Turn {
  const turnId = change.turnId ?? randomUUID();
  return {
    turnId,
    conversationId: randomUUID(),
    personaId,
    userId: null,
    question: 'Where is the lamp?',
    answer: 'Up the stairs.',
    status: 'complete',
    extension: {
      persona: personaId,
      version: 1,
      knowledgeRevision: 0,
      decision: 'answered',
      citations: [],
      memories: [],
      speaker: 'extractive',
      disclosure: 'A synthetic persona.',
      timings: { understandMs: 1, recallMs: 2, decideMs: 3, firstTokenMs: 4 },
    },
    evidence: [],
    createdAt: '2026-03-01T10:00:00.000Z',
    ...change,
  };
}
