import { sql, type Kysely } from 'kysely';

/** A withdrawal stands beside the versions: none of them takes it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE records.persona
        ADD COLUMN consent_withdrawn_at timestamptz,
        ADD COLUMN consent_withdrawn_by text,
        ADD COLUMN consent_withdrawn_note text`,
    )
    .execute(db);
}
