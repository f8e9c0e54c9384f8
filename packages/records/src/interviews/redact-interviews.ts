import { sql, type Kysely } from 'kysely';
import type { CheckedPlace, DocumentTarget } from '../erasures/places/place.ts';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { toInterview } from './interview-rows.ts';

export const interviewsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['records.interview'],
  erase: async (trx, target) => ({ interviews: await redactInterviews(trx, target) }),
  async left(db, { personaId, documentId }) {
    const place = placeOf(documentId);
    if (place === null) return { interviews: 0 };
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM records.interview i, jsonb_array_elements(i.questions) q
      WHERE i.persona_id = ${personaId} AND i.interview_id = ${place.interviewId}::uuid
        AND (q->>'n')::int = ${place.n} AND q->>'answer' IS NOT NULL`.execute(db);
    return { interviews: rows[0]?.n ?? 0 };
  },
};

/** The answer that became the document of this id; null: it comes from no interview. */
function placeOf(documentId: string): { interviewId: string; n: number } | null {
  const [, interviewId, n] = /^([0-9a-f-]{36})\/(\d{1,6})\/1-answer$/u.exec(documentId) ?? [];
  return interviewId === undefined || !isUuid(interviewId) ? null : { interviewId, n: Number(n) };
}

/** Takes the answer that became a document out of its interview; it is not asked again. */
async function redactInterviews(
  trx: Kysely<Schema>,
  { personaId, documentId }: { personaId: string; documentId: string },
): Promise<number> {
  const place = placeOf(documentId);
  if (place === null) return 0;
  const found = await trx
    .selectFrom('records.interview')
    .selectAll()
    .where('persona_id', '=', personaId)
    .where('interview_id', '=', place.interviewId)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) return 0;
  const questions = toInterview(found).questions.map((question) =>
    question.n === place.n ? { ...question, status: 'erased', answer: null } : question,
  );
  await trx
    .updateTable('records.interview')
    .set({ questions: toJson(questions) })
    .where('interview_id', '=', place.interviewId)
    .execute();
  return 1;
}
