import {
  answerExtensionSchema,
  evidenceRecordSchema,
  type ConversationSummary,
  type Turn,
} from '@personate/contracts';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../schema.ts';

export type TurnRow = Selectable<Schema['records.turn']>;
type ConversationRow = Selectable<Schema['records.conversation']>;

const evidence = z.array(evidenceRecordSchema);

export function toTurn(row: TurnRow): Turn {
  return {
    turnId: row.turn_id,
    conversationId: row.conversation_id,
    personaId: row.persona_id,
    userId: row.user_id,
    question: row.question,
    answer: row.answer,
    status: row.status,
    extension: answerExtensionSchema.parse(row.extension),
    evidence: evidence.parse(row.evidence),
    createdAt: row.created_at.toISOString(),
  };
}

export function toConversationSummary(
  row: ConversationRow & { turns: string | number | null },
): ConversationSummary {
  return {
    conversationId: row.conversation_id,
    personaId: row.persona_id,
    keyId: row.key_id,
    userId: row.user_id,
    title: row.title,
    turns: Number(row.turns),
    createdAt: row.created_at.toISOString(),
    lastAt: row.last_at.toISOString(),
  };
}
