import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * Recomputes the neighbours in one touched thread: order is (time, externalId, ordinal), never arrival.
 * @returns false when no thread was left to do.
 */
export async function settleThread(db: Db, personaId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ source_id: string; thread: string }>`
      delete from corpus.touched_thread where (persona_id, source_id, thread) in (
        select persona_id, source_id, thread from corpus.touched_thread
        where persona_id = ${personaId} limit 1) returning source_id, thread`.execute(trx);
    const touched = rows[0];
    if (touched === undefined) return false;
    await sql`
      with placed as (
        select passage_id, document_key, before, after,
          array_remove(array[lag(passage_id, 1) over w, lag(passage_id, 2) over w], null) as new_before,
          array_remove(array[lead(passage_id, 1) over w, lead(passage_id, 2) over w], null) as new_after
        from corpus.passage
        where persona_id = ${personaId} and source_id = ${touched.source_id} and thread = ${touched.thread}
        window w as (order by at nulls first, external_id, ordinal)
      ), moved as (
        update corpus.passage p set before = placed.new_before, after = placed.new_after
        from placed where p.passage_id = placed.passage_id
          and (placed.before <> placed.new_before or placed.after <> placed.new_after)
        returning p.document_key
      )
      update corpus.document set revision = revision + 1 where document_key in (select document_key from moved)`.execute(
      trx,
    );
    return true;
  });
}
