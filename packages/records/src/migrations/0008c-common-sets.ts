import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Knowledge that several personas share, kept once, as the export that it was made of.
  `CREATE TABLE corpus.common_set (
    set_id text PRIMARY KEY,
    title text NOT NULL,
    blob_id text,
    file_name text,
    sha256 text,
    size_bytes bigint,
    documents int,
    fed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE corpus.common_attachment (
    set_id text NOT NULL REFERENCES corpus.common_set ON DELETE CASCADE,
    persona_id text NOT NULL REFERENCES records.persona ON DELETE CASCADE,
    attached_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (set_id, persona_id)
  )`,
  // Such a job brings the persona in line with the set as it stands when the job is done: no foreign key, since
  // a set that is gone is what it has to find out.
  `ALTER TABLE records.ingestion_job ADD COLUMN common_set text`,
  `ALTER TABLE records.ingestion_job DROP CONSTRAINT ingestion_job_check`,
  `ALTER TABLE records.ingestion_job ADD CONSTRAINT ingestion_job_origin
    CHECK (num_nonnulls(blob_id, path, common_set) = 1)`,
];
