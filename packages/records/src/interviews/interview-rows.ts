import { ExpectedError, interviewSchema, type Interview } from '@personate/contracts';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export function toInterview(row: Selectable<Schema['records.interview']>): Interview {
  return interviewSchema.parse({
    interviewId: row.interview_id,
    personaId: row.persona_id,
    role: row.role,
    respondent: row.respondent,
    audience: row.audience,
    status: row.status,
    questions: row.questions,
    ingestionId: row.ingestion_id,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  });
}

export function interviewMissing(personaId: string, interviewId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'interview.missing',
    `Persona "${personaId}" has no interview ${interviewId}.`,
    { fix: `List them with GET /v1/personas/${personaId}/interviews.` },
  );
}

export function questionMissing(n: number): ExpectedError {
  return new ExpectedError('invalid', 'interview.question-missing', `There is no question ${n}.`, {
    fix: 'Take `n` from the interview’s questions; an erased answer is not given again.',
    param: 'n',
  });
}
