import { sql, type Kysely } from 'kysely';

/** Models that are tuned on a persona's own words: what was asked for, what was sent, what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE records.training_run (
    run_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    status text NOT NULL DEFAULT 'queued'
      CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    base_model text NOT NULL,
    audience text[] NOT NULL DEFAULT '{}',
    held_out_share double precision NOT NULL,
    cancel_requested boolean NOT NULL DEFAULT false,
    -- What the set is, without its documents.
    sent jsonb,
    -- Every document that the set holds: an erasure finds the run by them.
    document_keys uuid[] NOT NULL DEFAULT '{}',
    -- Ids of files that are at the endpoint, by what they are.
    files jsonb NOT NULL DEFAULT '{}',
    job_id text,
    progress text,
    tuned_model text,
    error jsonb,
    -- Its model speaks for the persona.
    serving boolean NOT NULL DEFAULT false,
    -- Its set held something that is erased by now.
    marked_at timestamptz,
    marked_why text,
    attempt int NOT NULL DEFAULT 0,
    -- Nobody looks at it before.
    due_at timestamptz NOT NULL DEFAULT now(),
    requested_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz
  )`,
  `CREATE INDEX training_run_of ON records.training_run (persona_id, created_at DESC)`,
  `CREATE INDEX training_run_due ON records.training_run (due_at)
    WHERE status IN ('queued', 'running') OR files <> '{}'`,
  `CREATE UNIQUE INDEX training_run_open ON records.training_run (persona_id)
    WHERE status IN ('queued', 'running')`,
  `CREATE UNIQUE INDEX training_run_serving ON records.training_run (persona_id) WHERE serving`,
];
