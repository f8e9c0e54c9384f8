import { sql } from 'kysely';
import type { Trx } from './db.ts';

/** Their neighbours are computed anew before the next projection. */
export async function touchThreadsOf(trx: Trx, keys: readonly string[]): Promise<void> {
  await sql`
    insert into corpus.touched_thread (persona_id, source_id, thread)
    select distinct persona_id, source_id, thread from corpus.passage
    where document_key = any(${keys}::uuid[]) and thread is not null
    on conflict do nothing`.execute(trx);
}
