import { sql, type Kysely } from 'kysely';

/** Tries of an ingestion that ended because a store was away: they do not count against it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE records.ingestion_job ADD COLUMN excused integer NOT NULL DEFAULT 0`.execute(
    db,
  );
}
