import { sql, type Kysely } from 'kysely';

/** Conventions: times are timestamptz, json is jsonb, everything of a persona goes with its row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS records`,

  `CREATE TABLE records.persona (
    id text PRIMARY KEY,
    -- Names tables and collections; unlike the id it is never used again.
    uid uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    name text NOT NULL,
    head_version int NOT NULL,
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived')),
    knowledge_revision bigint NOT NULL DEFAULT 0,
    serving_generation int,
    seed_hash text,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE records.persona_version (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    version int NOT NULL CHECK (version >= 1),
    parent int,
    document jsonb NOT NULL,
    origin text NOT NULL,
    note text NOT NULL,
    caused_by text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (persona_id, version)
  )`,
  // A version may go only with its whole persona, whose row is gone by the time the cascade comes here.
  `CREATE FUNCTION records.refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM records.persona WHERE id = OLD.persona_id) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'persona versions are append-only' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON records.persona_version
    FOR EACH ROW EXECUTE FUNCTION records.refuse_version_change()`,

  `CREATE TABLE records.persona_proposal (
    proposal_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    base_version int NOT NULL,
    document jsonb NOT NULL,
    origin text NOT NULL,
    note text NOT NULL,
    caused_by text[] NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'dismissed', 'superseded')),
    created_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz
  )`,
  `CREATE INDEX persona_proposal_of ON records.persona_proposal (persona_id, created_at DESC)`,

  `CREATE TABLE records.conversation (
    conversation_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    key_id text NOT NULL,
    user_id text,
    title text NOT NULL,
    created_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL
  )`,
  `CREATE INDEX conversation_latest ON records.conversation (persona_id, last_at DESC)`,
  `CREATE INDEX conversation_of_user ON records.conversation (user_id, last_at DESC)`,

  // A sequence of the database would give numbers that are committed out of their order, and a cursor would pass by
  // the one that came late. This row is locked until the turn is committed.
  `CREATE TABLE records.turn_counter (
    persona_id text PRIMARY KEY REFERENCES records.persona ON DELETE CASCADE,
    sequence bigint NOT NULL
  )`,

  `CREATE TABLE records.turn (
    turn_id uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES records.conversation ON DELETE CASCADE,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    -- Counts the persona's turns in the order of their commits.
    sequence bigint NOT NULL,
    user_id text,
    question text NOT NULL,
    answer text NOT NULL,
    status text NOT NULL CHECK (status IN ('complete', 'aborted', 'failed', 'replaced')),
    extension jsonb NOT NULL,
    evidence jsonb NOT NULL,
    replaces uuid,
    -- Digest of question and answer as a client sends them back.
    history_digest text NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (persona_id, sequence)
  )`,
  `CREATE INDEX turn_of_conversation ON records.turn (conversation_id, sequence DESC)`,
  `CREATE INDEX turn_by_history ON records.turn (persona_id, history_digest)`,
  `CREATE INDEX turn_of_user ON records.turn (user_id) WHERE user_id IS NOT NULL`,

  `CREATE TABLE records.memory (
    memory_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    user_id text NOT NULL,
    text text NOT NULL,
    quote text NOT NULL,
    kind text NOT NULL,
    slot text,
    trust text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'replaced', 'quarantined', 'deleted')),
    replaced_by uuid,
    source_turn_id uuid NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  `CREATE INDEX memory_of_user ON records.memory (persona_id, user_id, created_at DESC)`,
  // Moves with every change of what a persona remembers of a user.
  `CREATE TABLE records.memory_counter (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    user_id text NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (persona_id, user_id)
  )`,

  `CREATE TABLE records.api_key (
    key_id text PRIMARY KEY,
    name text NOT NULL,
    -- SHA-256 of the whole key; the key itself is kept nowhere.
    digest bytea NOT NULL,
    scopes text[] NOT NULL,
    personas text[],
    vouches_for_user boolean NOT NULL,
    inline_citations boolean NOT NULL,
    audience text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
  )`,

  `CREATE TABLE records.lease (
    name text PRIMARY KEY,
    owner uuid,
    token bigint NOT NULL,
    expires_at timestamptz NOT NULL
  )`,

  `CREATE TABLE records.evolution_cursor (
    persona_id text PRIMARY KEY REFERENCES records.persona ON DELETE CASCADE,
    sequence bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE records.evolution_run (
    run_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    from_sequence bigint NOT NULL,
    to_sequence bigint NOT NULL,
    status text NOT NULL DEFAULT 'started' CHECK (status IN ('started', 'done', 'abandoned')),
    steps jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
  )`,
  `CREATE UNIQUE INDEX evolution_run_started ON records.evolution_run (persona_id) WHERE status = 'started'`,

  `CREATE TABLE records.ingestion_job (
    ingestion_id uuid PRIMARY KEY,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    -- Order of arrival.
    number bigint GENERATED ALWAYS AS IDENTITY,
    status text NOT NULL DEFAULT 'queued'
      CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt int NOT NULL DEFAULT 0,
    options jsonb NOT NULL,
    file_name text NOT NULL,
    -- An upload, or a path that the server itself may read.
    blob_id text,
    path text,
    progress jsonb NOT NULL,
    report jsonb,
    error jsonb,
    cancel_requested boolean NOT NULL DEFAULT false,
    embedded int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    CHECK ((blob_id IS NULL) <> (path IS NULL))
  )`,
  `CREATE INDEX ingestion_job_of ON records.ingestion_job (persona_id, number DESC)`,
  `CREATE INDEX ingestion_job_unfinished ON records.ingestion_job (persona_id, number)
    WHERE status IN ('queued', 'running')`,

  `CREATE TABLE records.knowledge_generation (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    generation int NOT NULL CHECK (generation >= 1),
    embedding_identity text NOT NULL,
    dimensions int NOT NULL,
    status text NOT NULL CHECK (status IN ('building', 'serving', 'retired')),
    url text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (persona_id, generation)
  )`,
];
