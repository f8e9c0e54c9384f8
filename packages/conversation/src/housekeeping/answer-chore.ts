import { digitalSourceTypes } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';
import type { AnswerEvent } from '../answer-turn-types.ts';
import type { ServingPersona } from '../deps.ts';
import { answerHousekeeping } from './answer-housekeeping.ts';
import type { Housekeeping } from './detect-housekeeping.ts';

/** A client's chore as a turn that is neither stored nor learnt from. */
export function* answerChore(
  chore: Housekeeping,
  messages: readonly ChatMessage[],
  serving: ServingPersona,
  startedAt: number,
): Generator<AnswerEvent, void, undefined> {
  const text = answerHousekeeping(chore, messages);
  const { version, knowledgeRevision } = serving;
  const extension = {
    persona: version.personaId,
    version: version.version,
    knowledgeRevision,
    decision: 'answered' as const,
    reason: 'housekeeping' as const,
    citations: [],
    memories: [],
    speaker: 'rules',
    disclosure: version.document.disclosure,
    synthetic: true as const,
    digitalSourceType: digitalSourceTypes.rules,
    timings: {
      understandMs: performance.now() - startedAt,
      recallMs: 0,
      decideMs: 0,
      firstTokenMs: performance.now() - startedAt,
    },
  };
  yield { type: 'start', extension };
  if (text !== '') yield { type: 'delta', text };
  yield { type: 'done', turn: null, extension };
}
