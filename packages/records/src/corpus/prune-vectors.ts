import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Forgets vectors of texts that no passage has any more. @returns how many. */
export async function pruneVectors(db: Db, personaId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with gone as (
      delete from corpus.embedding e where e.persona_id = ${personaId} and not exists (
        select 1 from corpus.passage_embedding r
        where r.persona_id = e.persona_id and r.identity = e.identity and r.text_hash = e.text_hash)
      returning 1)
    select count(*)::int as n from gone`.execute(db);
  return rows[0]?.n ?? 0;
}
