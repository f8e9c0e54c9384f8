import { sql, type Kysely } from 'kysely';

/**
 * Where a generation lies, and by what it is read where its store is a server with keys of its own: ingestion,
 * which holds the server's key, writes these; who serves reads them. `url` is there since the first migration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table records.knowledge_generation
         -- The kind of store that it was projected into last.
         add column store text not null default 'pgvector',
         add column collection text,
         -- Tells the collection from one of its name that was made in its place.
         add column collection_epoch text,
         -- Reads this collection and nothing else. Never logged, never shown.
         add column read_token text,
         add column read_token_expires_at timestamptz,
         add constraint read_grant_whole check (num_nulls(
           collection, collection_epoch, read_token, read_token_expires_at) in (0, 4))`,
    )
    .execute(db);
}
