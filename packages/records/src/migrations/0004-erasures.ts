import { sql, type Kysely } from 'kysely';

/** Who and what was erased, and how that is done where rows are append-only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // No foreign key: a receipt outlives what it is of.
  `CREATE TABLE records.erasure (
    erasure_id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    scope text NOT NULL CHECK (scope IN ('document', 'persona', 'user')),
    persona_id text,
    document_key uuid,
    -- Only until it is done: a receipt does not name whom it forgot.
    user_id text,
    salt text NOT NULL,
    -- SHA-256 (hex) of salt and subject: whoever knows whom it is of can tell, and so can the check.
    digest text NOT NULL,
    -- What outlives a persona's rows and has to be dropped for it.
    plan jsonb,
    removed jsonb NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done')),
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
  )`,
  `CREATE INDEX erasure_open ON records.erasure (number) WHERE status = 'open'`,
  `CREATE OR REPLACE FUNCTION records.refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM records.persona WHERE id = OLD.persona_id) THEN
        RETURN OLD;
      END IF;
      -- An erasure takes text out of every version, so that no rollback brings it back.
      IF TG_OP = 'UPDATE' AND current_setting('personate.erasing', true) = 'on'
        AND NEW.persona_id = OLD.persona_id AND NEW.version = OLD.version THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'persona versions are append-only' USING ERRCODE = 'restrict_violation';
    END $$`,
];
