import { sql, type Kysely } from 'kysely';

/** What operators are told: which processes run, in which version, by which clock; and which trace a task belongs to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `CREATE TABLE records.service_instance (
      instance_id uuid PRIMARY KEY,
      service text NOT NULL,
      version text NOT NULL,
      started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      -- How far its clock is ahead of the database's.
      clock_ahead_ms int NOT NULL
    )`,
    `ALTER TABLE records.task ADD COLUMN trace text`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
