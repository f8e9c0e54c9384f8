import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';

/** What runs have noted of turns and replies; one that is under way is given up, and its turns are read again. */
export const runsPlace: CheckedPlace<Pick<DocumentTarget, 'personaId'>> = {
  tables: ['records.evolution_run'],
  erase: async (trx, { personaId }) => ({ runs: await clearEvolutionSteps(trx, personaId) }),
  async left(db, { personaId, before }) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM records.evolution_run
      WHERE persona_id = ${personaId} AND created_at <= ${before}::timestamptz AND steps <> '{}'`.execute(
      db,
    );
    return { runs: rows[0]?.n ?? 0 };
  },
};

async function clearEvolutionSteps(trx: Kysely<Schema>, personaId: string): Promise<number> {
  const { rows } = await sql`
    UPDATE records.evolution_run SET steps = '{}', finished_at = coalesce(finished_at, now()),
      status = CASE status WHEN 'started' THEN 'abandoned' ELSE status END
    WHERE persona_id = ${personaId} AND (steps <> '{}' OR status = 'started') RETURNING 1`.execute(
    trx,
  );
  return rows.length;
}
