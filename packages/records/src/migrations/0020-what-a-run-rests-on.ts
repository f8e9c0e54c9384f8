import { sql, type Kysely } from 'kysely';

/** A run that was started before keeps none, and is therefore begun anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE records.evolution_run ADD COLUMN base_version int`.execute(db);
}
