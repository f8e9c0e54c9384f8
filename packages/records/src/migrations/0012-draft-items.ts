import { sql, type Kysely } from 'kysely';

/** What each thing that a draft adds rests on, and what could not be drafted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE records.persona_proposal
    ADD COLUMN items jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN notes jsonb NOT NULL DEFAULT '[]'`.execute(db);
}
