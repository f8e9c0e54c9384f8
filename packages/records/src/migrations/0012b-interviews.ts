import { sql, type Kysely } from 'kysely';

/** Questions put to whom a persona is made of, or to somebody who knows them, with the answers so far. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `CREATE TABLE records.interview (
      interview_id uuid PRIMARY KEY,
      persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
      role text NOT NULL CHECK (role IN ('subject', 'expert')),
      respondent text NOT NULL,
      audience text[] NOT NULL,
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'stopped', 'finished')),
      questions jsonb NOT NULL,
      ingestion_id uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE INDEX interview_of ON records.interview (persona_id, created_at DESC)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
