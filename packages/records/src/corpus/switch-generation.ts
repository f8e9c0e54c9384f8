import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { KnowledgeGeneration } from './generation-rows.ts';

/**
 * Readers look at the persona's row alone: its one UPDATE switches them all. Nothing is switched while a document,
 * or the order of a thread, has not reached the new generation.
 */
export async function switchGeneration(db: Db, of: KnowledgeGeneration): Promise<boolean> {
  const { personaId, generation } = of;
  return db.transaction().execute(async (trx) => {
    await sql`select 1 from records.persona where id = ${personaId} for update`.execute(trx);
    const { rows } = await sql`
      select 1 from records.knowledge_generation g
      where g.persona_id = ${personaId} and g.generation = ${generation}::int
        and g.status = 'building' and not g.stopped
        and not exists (select 1 from corpus.touched_thread t where t.persona_id = g.persona_id)
        and not exists (
          select 1 from corpus.document d
          left join corpus.projected p on p.persona_id = d.persona_id and p.generation = g.generation
            and p.document_key = d.document_key
          where d.persona_id = g.persona_id and p.revision is distinct from d.revision
            and not (d.deleted_at is not null and p.revision is null))`.execute(trx);
    if (rows.length === 0) return false;
    await sql`update records.knowledge_generation set status = 'retired', retired_at = clock_timestamp()
      where persona_id = ${personaId} and status = 'serving'`.execute(trx);
    await sql`update records.knowledge_generation set status = 'serving', served_at = clock_timestamp(),
      failures = 0, error = null, progress = progress || '{"phase": "done"}'
      where persona_id = ${personaId} and generation = ${generation}::int`.execute(trx);
    await sql`update records.persona set serving_generation = ${generation}::int where id = ${personaId}`.execute(
      trx,
    );
    return true;
  });
}

/** The row stays: a generation's number, which names its table, is never used again. */
export async function forgetGeneration(db: Db, of: KnowledgeGeneration): Promise<void> {
  const { personaId, generation, embeddingIdentity } = of;
  await db.transaction().execute(async (trx) => {
    await sql`delete from serving.generation g using records.persona p
      where p.id = ${personaId} and g.persona_uid = p.uid and g.generation = ${generation}::int`.execute(
      trx,
    );
    await sql`delete from corpus.projected where persona_id = ${personaId} and generation = ${generation}::int`.execute(
      trx,
    );
    await sql`update records.knowledge_generation set status = 'dropped', average_length = null
      where persona_id = ${personaId} and generation = ${generation}::int and status = 'dropping'`.execute(
      trx,
    );
    const needed = sql`exists (select 1 from records.knowledge_generation g where g.persona_id = ${personaId}
      and g.embedding_identity = ${embeddingIdentity} and g.status in ('building', 'serving', 'retired'))`;
    await sql`delete from corpus.passage_embedding where persona_id = ${personaId}
      and identity = ${embeddingIdentity} and not ${needed}`.execute(trx);
    await sql`delete from corpus.embedding e where e.persona_id = ${personaId} and e.identity = ${embeddingIdentity}
      and not ${needed}`.execute(trx);
  });
}
