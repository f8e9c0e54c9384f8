import { sql, type Kysely } from 'kysely';

/** What a generation of a knowledge store goes through: it is built, serves, rests, is dropped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table records.knowledge_generation
    drop constraint knowledge_generation_status_check,
    add constraint knowledge_generation_status_check
      check (status in ('building', 'serving', 'retired', 'dropping', 'dropped')),
    add column purpose text not null default 'first'
      check (purpose in ('first', 'migrate', 'rebuild')),
    -- A building one that somebody stopped, or that failed too often.
    add column stopped boolean not null default false,
    -- In a row, since its last step that went well.
    add column failures int not null default 0,
    add column error jsonb,
    add column progress jsonb not null default '{"phase": "waiting", "documents": 0, "total": 0}',
    add column served_at timestamptz,
    add column retired_at timestamptz`,
  `update records.knowledge_generation set served_at = created_at where status = 'serving'`,
  `create unique index knowledge_generation_building on records.knowledge_generation (persona_id)
    where status = 'building'`,
  `create unique index knowledge_generation_serving on records.knowledge_generation (persona_id)
    where status = 'serving'`,
  `create index knowledge_generation_unfinished on records.knowledge_generation (persona_id)
    where status in ('building', 'dropping')`,
];
