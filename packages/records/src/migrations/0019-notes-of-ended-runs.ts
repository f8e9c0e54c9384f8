import { sql, type Kysely } from 'kysely';

/**
 * What ended runs noted of turns and replies: nobody reads it, and it kept words of what was deleted. Row locks only, on
 * rows that nothing else waits for; one that is locked is being emptied by an erasure.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    UPDATE records.evolution_run SET steps = '{}'
    WHERE run_id IN (
      SELECT run_id FROM records.evolution_run
      WHERE status <> 'started' AND steps <> '{}'
      FOR UPDATE SKIP LOCKED
    )`.execute(db);
}
