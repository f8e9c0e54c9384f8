import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Taken away by hand: it keeps its hash, so that the same document does not come back with the next import.
  await sql
    .raw('alter table corpus.document add column withheld boolean not null default false')
    .execute(db);
}
