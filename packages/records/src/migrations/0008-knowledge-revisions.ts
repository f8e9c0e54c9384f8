import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // When the knowledge of a persona moved, and by what.
  `CREATE TABLE corpus.revision (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    revision bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    -- 'recorded': where the record begins, in a database that is older than it.
    cause text NOT NULL CHECK (cause IN ('recorded', 'ingestion', 'removal')),
    ingestion_id uuid,
    PRIMARY KEY (persona_id, revision)
  )`,
  // A document as it stood from one revision on, up to (and without) another. No text: it outlives an erasure.
  `CREATE TABLE corpus.document_version (
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    document_key uuid NOT NULL,
    from_revision bigint NOT NULL,
    to_revision bigint,
    hash text NOT NULL,
    passages_version text NOT NULL,
    ingestion_id uuid NOT NULL,
    PRIMARY KEY (persona_id, document_key, from_revision)
  )`,
  `CREATE INDEX document_version_from ON corpus.document_version (persona_id, from_revision)`,
  `CREATE INDEX document_version_to ON corpus.document_version (persona_id, to_revision)
    WHERE to_revision IS NOT NULL`,
  `INSERT INTO corpus.revision (persona_id, revision, cause)
    SELECT id, knowledge_revision, 'recorded' FROM records.persona WHERE knowledge_revision > 0`,
  `INSERT INTO corpus.document_version
      (persona_id, document_key, from_revision, hash, passages_version, ingestion_id)
    SELECT d.persona_id, d.document_key, p.knowledge_revision, d.hash, d.passages_version, d.ingestion_id
    FROM corpus.document d JOIN records.persona p ON p.id = d.persona_id WHERE d.deleted_at IS NULL`,
];
