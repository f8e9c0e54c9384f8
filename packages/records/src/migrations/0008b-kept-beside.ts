import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Which text each passage was embedded as: what no passage refers to any more is forgotten.
  `CREATE TABLE corpus.passage_embedding (
    passage_id uuid NOT NULL REFERENCES corpus.passage ON DELETE CASCADE,
    persona_id text NOT NULL,
    identity text NOT NULL,
    text_hash text NOT NULL,
    PRIMARY KEY (passage_id, identity)
  )`,
  `CREATE INDEX passage_embedding_text ON corpus.passage_embedding (persona_id, identity, text_hash)`,
  // Small files that belong to a persona: its portrait, its probes.
  `CREATE TABLE records.persona_file (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (persona_id, name)
  )`,
];
