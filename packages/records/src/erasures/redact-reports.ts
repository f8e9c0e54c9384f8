import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';

export const reportsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['records.ingestion_job'],
  erase: async (trx, target) => ({ reports: await redactReports(trx, target) }),
  async left(db, { personaId, documentKey, before }) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM records.ingestion_job j
      WHERE ${met(personaId, documentKey)} AND j.created_at <= ${before}::timestamptz
        AND coalesce(j.finished_at <= ${before}::timestamptz, false)
        AND (j.report ? 'samples' OR EXISTS (SELECT 1 FROM jsonb_array_elements(j.report->'problems') p
          WHERE p->>'message' <> '' OR p->>'file' <> ''))`.execute(db);
    return { reports: rows[0]?.n ?? 0 };
  },
};

/** Reports of ingestions that met the document. A dry run stores no document that it could be known by. */
const met = (personaId: string, documentKey: string) => sql`j.persona_id = ${personaId}
  AND j.report IS NOT NULL
  AND (j.options->'dryRun' = 'true'::jsonb OR EXISTS (SELECT 1 FROM corpus.ingestion_document d
    WHERE d.ingestion_id = j.ingestion_id AND d.document_key = ${documentKey}::uuid))`;

/** Samples and problems' words leave the reports of the ingestions that met the document. @returns how many had some. */
async function redactReports(
  trx: Kysely<Schema>,
  { personaId, documentKey }: { personaId: string; documentKey: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH redacted AS (
      UPDATE records.ingestion_job j SET report = (j.report - 'samples') || jsonb_build_object('problems', (
        SELECT coalesce(jsonb_agg(problem || '{"file": "", "message": ""}'), '[]')
        FROM jsonb_array_elements(j.report->'problems') AS problem))
      WHERE ${met(personaId, documentKey)}
      RETURNING 1)
    SELECT count(*)::int AS n FROM redacted`.execute(trx);
  return rows[0]?.n ?? 0;
}
