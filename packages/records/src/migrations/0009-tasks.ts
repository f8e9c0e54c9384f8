import { sql, type Kysely } from 'kysely';

/** What gateways ask of ingestion where both are processes of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `CREATE TABLE records.task (
      task_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      number bigint GENERATED ALWAYS AS IDENTITY,
      kind text NOT NULL,
      persona_id text REFERENCES records.persona ON DELETE CASCADE,
      input jsonb NOT NULL,
      status text NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      attempt int NOT NULL DEFAULT 0,
      -- Whoever asked has given up by then.
      ends_at timestamptz NOT NULL,
      -- A worker that was not heard of until then is gone.
      held_until timestamptz,
      output jsonb,
      error jsonb,
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE INDEX task_open ON records.task (number) WHERE status IN ('waiting', 'running')`,
    `CREATE INDEX task_old ON records.task (ends_at)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
