import { sql, type Kysely } from 'kysely';

/**
 * Documents and passages: the one source of truth of what a persona knows. Every knowledge store is a projection
 * of these tables. A schema of its own, so that a role can be kept out of the texts.
 */
export const corpusMigration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create schema if not exists corpus`,
      `create table corpus.document (
        document_key uuid primary key,
        persona_id text not null references records.persona(id) on delete cascade,
        source_id text not null,
        external_id text not null,
        hash text not null,
        -- Moves whenever its passages or their neighbours do; a projection that holds an older one is behind.
        revision bigint not null default 1,
        document jsonb not null,
        passages_version text not null,
        ingestion_id uuid not null,
        deleted_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (persona_id, source_id, external_id)
      )`,
      `create table corpus.passage (
        passage_id uuid primary key,
        document_key uuid not null references corpus.document(document_key) on delete cascade,
        persona_id text not null,
        source_id text not null,
        thread text,
        at timestamptz,
        external_id text not null,
        ordinal int not null,
        author text,
        passage jsonb not null,
        before uuid[] not null default '{}',
        after uuid[] not null default '{}',
        unique (document_key, ordinal)
      )`,
      `create index passage_thread on corpus.passage (persona_id, source_id, thread) where thread is not null`,
      `create index passage_document on corpus.passage (document_key)`,
      // Threads whose order has changed since their neighbours were last computed.
      `create table corpus.touched_thread (
        persona_id text not null references records.persona(id) on delete cascade,
        source_id text not null,
        thread text not null,
        primary key (persona_id, source_id, thread)
      )`,
      // What became of each document in one ingestion; survives a kill, so that the report is exact after a resume.
      `create table corpus.ingestion_document (
        ingestion_id uuid not null references records.ingestion_job(ingestion_id) on delete cascade,
        document_key uuid not null,
        attempt int not null,
        outcome text not null check (outcome in ('added', 'changed', 'unchanged', 'removed')),
        primary key (ingestion_id, document_key)
      )`,
      // Sources that a persona's folder brings along, and the state of the files when they were read.
      `create table corpus.seed_source (
        persona_id text not null references records.persona(id) on delete cascade,
        path text not null,
        stamp text not null,
        ingestion_id uuid not null references records.ingestion_job(ingestion_id) on delete cascade,
        primary key (persona_id, path)
      )`,
      // What a generation of the store holds of each document.
      `create table corpus.projected (
        persona_id text not null references records.persona(id) on delete cascade,
        generation int not null,
        document_key uuid not null,
        revision bigint not null,
        primary key (persona_id, generation, document_key)
      )`,
      `create table corpus.embedding (
        persona_id text not null references records.persona(id) on delete cascade,
        identity text not null,
        text_hash text not null,
        vector bytea not null,
        primary key (persona_id, identity, text_hash)
      )`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
