import { sql, type Kysely } from 'kysely';

/**
 * What is counted of each generation: terms, authors, kinds. A schema of its own, so that who serves may read
 * it and yet no text: of the vocabulary it shows the stems and in how many passages each stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create schema serving`,
  `create table serving.generation (
    serving_id bigint generated always as identity primary key,
    persona_uid uuid not null references records.persona(uid) on delete cascade,
    generation int not null,
    documents int not null default 0,
    passages int not null default 0,
    -- Terms of all passages.
    length bigint not null default 0,
    first_at timestamptz,
    last_at timestamptz,
    unique (persona_uid, generation)
  )`,
  `create table serving.term (
    serving_id bigint not null references serving.generation on delete cascade,
    term text not null,
    passages int not null,
    primary key (serving_id, term)
  )`,
  `create table serving.author (
    serving_id bigint not null references serving.generation on delete cascade,
    -- A part of the name in lower case.
    word text not null,
    name text not null,
    passages int not null,
    primary key (serving_id, word, name)
  )`,
  `create table serving.passage_group (
    serving_id bigint not null references serving.generation on delete cascade,
    kind text not null,
    source_id text not null,
    passages int not null,
    primary key (serving_id, kind, source_id)
  )`,
  // What the document added to the statistics, so that just this is taken away when it changes.
  `alter table corpus.projected add column tally jsonb`,
  // What was projected before anything was counted is projected again, from the embeddings that are there.
  `update corpus.projected set revision = 0`,
  // Frozen with the first passages: BM25's document side, where a store holds it, is normalised by it.
  `alter table records.knowledge_generation add column average_length double precision`,
];
