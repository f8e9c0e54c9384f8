import type { Passage } from '@personate/contracts';
import { passageSchema } from '@personate/contracts';
import { sql } from 'kysely';
import { countDocuments, settleSpan } from '../serving/count-documents.ts';
import type { DocumentTally } from '../serving/document-tally.ts';
import { toJson } from '../to-json.ts';
import type { Db } from './db.ts';
import { settleThread } from './settle-thread.ts';

export interface ProjectedDocument {
  documentKey: string;
  /** The document's, as `behind` told it. */
  revision: string;
  tally: DocumentTally;
}

/** How far each generation of a persona's knowledge store has come, and what it still has to be told. */
export class ProjectionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Recomputes the neighbours in one touched thread. @returns false when no thread was left to do. */
  async settleThread(personaId: string): Promise<boolean> {
    return settleThread(this.#db, personaId);
  }

  /** Documents of which the generation holds another revision than the records, with their passages; a removed document has none. */
  async behind(
    personaId: string,
    generation: number,
    limit: number,
  ): Promise<Array<{ documentKey: string; revision: string; passages: Passage[] }>> {
    const { rows } = await sql<{ document_key: string; revision: string; passages: unknown[] }>`
      with behind as (
        select d.document_key, d.revision, d.deleted_at from corpus.document d
        left join corpus.projected p on p.persona_id = d.persona_id and p.generation = ${generation}::int and p.document_key = d.document_key
        where d.persona_id = ${personaId} and p.revision is distinct from d.revision
          and not (d.deleted_at is not null and p.revision is null)
        order by d.source_id, d.external_id limit ${limit}
      )
      select b.document_key, b.revision::text as revision,
        coalesce((select jsonb_agg(p.passage || jsonb_build_object('before', to_jsonb(p.before), 'after', to_jsonb(p.after)) order by p.ordinal)
          from corpus.passage p where p.document_key = b.document_key and b.deleted_at is null), '[]'::jsonb) as passages
      from behind b`.execute(this.#db);
    return rows.map((row) => ({
      documentKey: row.document_key,
      revision: row.revision,
      passages: row.passages.map((passage) => passageSchema.parse(passage)),
    }));
  }

  /** Documents that are gone from the records and not from the generation, at most `limit`. */
  async removed(
    personaId: string,
    generation: number,
    limit: number,
  ): Promise<Array<{ documentKey: string; revision: string }>> {
    const { rows } = await sql<{ document_key: string; revision: string }>`
      select d.document_key, d.revision::text as revision from corpus.document d
      join corpus.projected p on p.persona_id = d.persona_id and p.generation = ${generation}::int and p.document_key = d.document_key
      where d.persona_id = ${personaId} and d.deleted_at is not null and p.revision <> d.revision
      order by d.document_key limit ${limit}`.execute(this.#db);
    return rows.map((row) => ({ documentKey: row.document_key, revision: row.revision }));
  }

  async countBehind(personaId: string, generation: number): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from corpus.document d
      left join corpus.projected p on p.persona_id = d.persona_id and p.generation = ${generation}::int and p.document_key = d.document_key
      where d.persona_id = ${personaId} and p.revision is distinct from d.revision
        and not (d.deleted_at is not null and p.revision is null)`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }

  /** One transaction: how far the generation has come, and what it has by that: see `serving`. */
  async markProjected(
    personaId: string,
    generation: number,
    documents: readonly ProjectedDocument[],
  ): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const spanMoved = await countDocuments(trx, { personaId, generation, documents });
      await sql`
        insert into corpus.projected (persona_id, generation, document_key, revision, tally)
        select ${personaId}, ${generation}::int, key, revision, tally
        from jsonb_to_recordset(${toJson(documents.map(({ documentKey, revision, tally }) => ({ key: documentKey, revision, tally })))}::jsonb)
          as p(key uuid, revision bigint, tally jsonb)
        on conflict (persona_id, generation, document_key)
          do update set revision = excluded.revision, tally = excluded.tally`.execute(trx);
      if (spanMoved) await settleSpan(trx, { personaId, generation });
    });
  }

  /** Everything that is known of a generation whose store is dropped: it can be projected anew after that. */
  async forgetGeneration(personaId: string, generation: number): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await sql`delete from serving.generation g using records.persona p
        where p.id = ${personaId} and g.persona_uid = p.uid and g.generation = ${generation}::int`.execute(
        trx,
      );
      await sql`delete from corpus.projected where persona_id = ${personaId} and generation = ${generation}::int`.execute(
        trx,
      );
    });
  }

  /** Terms of a mean passage, as frozen for the generation; null before that. */
  async averageLength(personaId: string, generation: number): Promise<number | null> {
    const { rows } = await sql<{ average_length: number | null }>`
      select average_length from records.knowledge_generation
      where persona_id = ${personaId} and generation = ${generation}::int`.execute(this.#db);
    return rows[0]?.average_length ?? null;
  }

  /** The first to freeze it is right. @returns what is frozen now. */
  async freezeAverageLength(
    personaId: string,
    generation: number,
    averageLength: number,
  ): Promise<number> {
    const { rows } = await sql<{ average_length: number }>`
      update records.knowledge_generation set average_length = coalesce(average_length, ${averageLength}::float8)
      where persona_id = ${personaId} and generation = ${generation}::int returning average_length`.execute(
      this.#db,
    );
    return rows[0]?.average_length ?? averageLength;
  }

  /** Some of the persona's passages: ids are hashes, so that their order is as good as chance. */
  async samplePassages(personaId: string, limit: number): Promise<Passage[]> {
    const { rows } = await sql<{ passage: object }>`
      select passage from corpus.passage where persona_id = ${personaId} order by passage_id limit ${limit}`.execute(
      this.#db,
    );
    return rows.map(({ passage }) => passageSchema.parse({ ...passage, before: [], after: [] }));
  }

  /** Who wrote some passages, by passage id: participants' names are kept out of embeddings. */
  async authors(passageIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ passage_id: string; author: string }>`
      select passage_id, author from corpus.passage
      where passage_id = any(${passageIds}::uuid[]) and author is not null`.execute(this.#db);
    return new Map(rows.map((row) => [row.passage_id, row.author]));
  }
}
