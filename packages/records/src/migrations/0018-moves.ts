import { sql, type Kysely } from 'kysely';

/** Installations that were moved: noted where they came from, and where they went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE records.move (
        move_id uuid PRIMARY KEY,
        -- Whether the data of this database go out, or came in.
        direction text NOT NULL CHECK (direction IN ('out', 'in')),
        begun_at timestamptz NOT NULL DEFAULT now(),
        -- Of each table, the key of the last row that came in; null once it has all.
        progress jsonb NOT NULL DEFAULT '{}',
        finished_at timestamptz
      )`,
    )
    .execute(db);
}
