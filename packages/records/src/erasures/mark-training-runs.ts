import { sql } from 'kysely';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';

/**
 * Models that were tuned on a document cannot forget it: their runs are marked, no persona speaks by them from then on,
 * and a run that is under way is stopped. That a document was in a set is known by its key alone.
 */
export const trainingRunsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['records.training_run'],
  async erase(trx, { personaId, documentKey }) {
    const { rows } = await sql`
      UPDATE records.training_run SET marked_at = clock_timestamp(), marked_why = 'document-erased',
        serving = false, cancel_requested = status IN ('queued', 'running'), due_at = clock_timestamp()
      WHERE ${held(personaId, documentKey)} RETURNING 1`.execute(trx);
    return { trainingRuns: rows.length };
  },
  async left(db, { personaId, documentKey, before }) {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM records.training_run
      WHERE ${held(personaId, documentKey)} AND created_at <= ${before}::timestamptz`.execute(db);
    return { trainingRuns: rows[0]?.n ?? 0 };
  },
};

const held = (personaId: string, documentKey: string) => sql`persona_id = ${personaId}
  AND marked_at IS NULL AND document_keys @> ARRAY[${documentKey}::uuid]`;
