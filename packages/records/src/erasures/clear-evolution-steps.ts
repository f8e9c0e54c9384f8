import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** What runs have noted of turns and replies; one that is under way is given up, and its turns are read again. */
export async function clearEvolutionSteps(trx: Kysely<Schema>, personaId: string): Promise<void> {
  await sql`
    UPDATE records.evolution_run SET steps = '{}', finished_at = coalesce(finished_at, now()),
      status = CASE status WHEN 'started' THEN 'abandoned' ELSE status END
    WHERE persona_id = ${personaId}`.execute(trx);
}
