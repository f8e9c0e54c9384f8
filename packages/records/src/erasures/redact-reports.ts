import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Samples and problems' words leave the reports of the ingestions that met the document. @returns how many had some. */
export async function redactReports(
  trx: Kysely<Schema>,
  { personaId, documentKey }: { personaId: string; documentKey: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    WITH redacted AS (
      UPDATE records.ingestion_job j SET report = (j.report - 'samples') || jsonb_build_object('problems', (
        SELECT coalesce(jsonb_agg(problem || '{"file": "", "message": ""}'), '[]')
        FROM jsonb_array_elements(j.report->'problems') AS problem))
      WHERE j.persona_id = ${personaId} AND j.report IS NOT NULL
        -- A dry run stores no document that it could be known by.
        AND ((j.options->>'dryRun')::boolean IS TRUE OR EXISTS (SELECT 1 FROM corpus.ingestion_document d
          WHERE d.ingestion_id = j.ingestion_id AND d.document_key = ${documentKey}::uuid))
      RETURNING 1)
    SELECT count(*)::int AS n FROM redacted`.execute(trx);
  return rows[0]?.n ?? 0;
}
