import type { Document, Passage } from '@personate/contracts';
import { documentSchema, passageSchema } from '@personate/contracts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { countDocuments, settleSpan } from '../serving/count-documents.ts';
import type { DocumentTally } from '../serving/document-tally.ts';
import { toJson } from '../to-json.ts';

/** Kysely's schema type does not matter here: every statement is written out. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely<T> is invariant; these statements name no table type.
type Db = Kysely<any>;

export type Outcome = 'added' | 'changed' | 'unchanged' | 'removed';

export interface KnownDocument {
  hash: string;
  passagesVersion: string;
  deleted: boolean;
  /** Deleted by hand; its hash still says what it was. */
  withheld: boolean;
}

export interface DocumentWrite {
  document: Document;
  /** Absent when the document is as it was. */
  passages?: readonly Passage[];
  outcome: Outcome;
}

export interface ProjectedDocument {
  documentKey: string;
  /** The document's, as `behind` told it. */
  revision: string;
  tally: DocumentTally;
}

/** Documents, passages, embeddings and how far each projection has come. Only ingestion opens it. */
export class CorpusRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** By document key; documents that were never seen are absent. */
  async known(keys: readonly string[]): Promise<Map<string, KnownDocument>> {
    const { rows } = await sql<{
      document_key: string;
      hash: string;
      passages_version: string;
      deleted: boolean;
      withheld: boolean;
    }>`select document_key, hash, passages_version, deleted_at is not null as deleted, withheld
       from corpus.document where document_key = any(${keys}::uuid[])`.execute(this.#db);
    return new Map(
      rows.map((row) => [
        row.document_key,
        {
          hash: row.hash,
          passagesVersion: row.passages_version,
          deleted: row.deleted,
          withheld: row.withheld,
        },
      ]),
    );
  }

  /** What earlier in this ingestion became of these documents, and in which attempt it was last met. */
  async outcomes(
    ingestionId: string,
    keys: readonly string[],
  ): Promise<Map<string, { outcome: Outcome; attempt: number }>> {
    const { rows } = await sql<{ document_key: string; outcome: Outcome; attempt: number }>`
      select document_key, outcome, attempt from corpus.ingestion_document
      where ingestion_id = ${ingestionId} and document_key = any(${keys}::uuid[])`.execute(
      this.#db,
    );
    return new Map(rows.map((row) => [row.document_key, row]));
  }

  /** One transaction: the documents, their passages, the threads they touch, and what became of them. */
  async writeBatch(
    input: { ingestionId: string; attempt: number; passagesVersion: string },
    writes: readonly DocumentWrite[],
  ): Promise<void> {
    if (writes.length === 0) return;
    await this.#db.transaction().execute(async (trx) => {
      const changed = writes.filter((write) => write.passages !== undefined);
      if (changed.length > 0) {
        const documents = changed.map(({ document }) => ({
          document_key: document.documentKey,
          persona_id: document.personaId,
          source_id: document.sourceId,
          external_id: document.externalId,
          hash: document.hash,
          document,
        }));
        // The thread that a changed document leaves is touched as well as the one it joins.
        await touchThreadsOf(
          trx,
          changed.map(({ document }) => document.documentKey),
        );
        await sql`
          insert into corpus.document (document_key, persona_id, source_id, external_id, hash, document, passages_version, ingestion_id)
          select document_key, persona_id, source_id, external_id, hash, document, ${input.passagesVersion}, ${input.ingestionId}::uuid
          from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb)
            as d(document_key uuid, persona_id text, source_id text, external_id text, hash text, document jsonb)
          on conflict (document_key) do update set
            hash = excluded.hash, document = excluded.document, passages_version = excluded.passages_version,
            ingestion_id = excluded.ingestion_id, deleted_at = null, withheld = false, updated_at = now(),
            revision = corpus.document.revision + 1`.execute(trx);
        await replacePassages(trx, changed);
        await touchThreadsOf(
          trx,
          changed.map(({ document }) => document.documentKey),
        );
      }
      const outcomes = writes.map(({ document, outcome }) => ({
        key: document.documentKey,
        outcome,
      }));
      await sql`
        insert into corpus.ingestion_document (ingestion_id, document_key, attempt, outcome)
        select ${input.ingestionId}::uuid, key, ${input.attempt}::int, outcome
        from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(key uuid, outcome text)
        on conflict (ingestion_id, document_key) do update set attempt = excluded.attempt`.execute(
        trx,
      );
    });
  }

  /** Leaves a tombstone for each document of the source that this attempt did not meet. @returns how many. */
  async removeUnmet(input: {
    personaId: string;
    sourceId: string;
    ingestionId: string;
    attempt: number;
  }): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ document_key: string }>`
        select d.document_key from corpus.document d
        where d.persona_id = ${input.personaId} and d.source_id = ${input.sourceId} and d.deleted_at is null
          and not exists (select 1 from corpus.ingestion_document i
            where i.ingestion_id = ${input.ingestionId}::uuid and i.document_key = d.document_key and i.attempt = ${input.attempt}::int)`.execute(
        trx,
      );
      const keys = rows.map((row) => row.document_key);
      await bury(trx, keys);
      await sql`insert into corpus.ingestion_document (ingestion_id, document_key, attempt, outcome)
        select ${input.ingestionId}::uuid, k, ${input.attempt}::int, 'removed' from unnest(${keys}::uuid[]) k
        on conflict (ingestion_id, document_key) do update set attempt = excluded.attempt, outcome = excluded.outcome`.execute(
        trx,
      );
      return keys.length;
    });
  }

  /** A tombstone for one document, which keeps the same document from coming back. @returns false when the persona has no such document. */
  async remove(personaId: string, documentKey: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ document_key: string }>`select document_key from corpus.document
        where persona_id = ${personaId} and document_key = ${documentKey}::uuid and deleted_at is null for update`.execute(
        trx,
      );
      if (rows.length === 0) return false;
      await bury(trx, [documentKey], { withheld: true });
      return true;
    });
  }

  async countOutcomes(ingestionId: string): Promise<Record<Outcome, number>> {
    const { rows } = await sql<{ outcome: Outcome; n: number }>`
      select outcome, count(*)::int as n from corpus.ingestion_document
      where ingestion_id = ${ingestionId}::uuid group by outcome`.execute(this.#db);
    const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
    for (const { outcome, n } of rows) counts[outcome] = n;
    return counts;
  }

  /** Documents that stand, in a stable order, read in pages. */
  async *documents(personaId: string, pageSize = 500): AsyncGenerator<Document> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<{ document_key: string; document: unknown }>`
        select document_key, document from corpus.document
        where persona_id = ${personaId} and deleted_at is null and document_key > ${last}::uuid
        order by document_key limit ${pageSize}`.execute(this.#db);
      for (const row of rows) yield documentSchema.parse(row.document);
      const end = rows.at(-1);
      if (end === undefined || rows.length < pageSize) return;
      last = end.document_key;
    }
  }

  /**
   * Recomputes the neighbours in one touched thread: order is (time, externalId, ordinal), never arrival.
   * @returns false when no thread was left to do.
   */
  async settleThread(personaId: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
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

  /** Names of those who wrote the passages, by passage id; used to keep participants' names out of embeddings. */
  async authors(passageIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ passage_id: string; author: string }>`
      select passage_id, author from corpus.passage
      where passage_id = any(${passageIds}::uuid[]) and author is not null`.execute(this.#db);
    return new Map(rows.map((row) => [row.passage_id, row.author]));
  }

  async embeddings(
    personaId: string,
    identity: string,
    hashes: readonly string[],
  ): Promise<Map<string, Float32Array>> {
    const { rows } = await sql<{ text_hash: string; vector: string }>`
      select text_hash, encode(vector, 'base64') as vector from corpus.embedding
      where persona_id = ${personaId} and identity = ${identity} and text_hash = any(${hashes}::text[])`.execute(
      this.#db,
    );
    return new Map(rows.map((row) => [row.text_hash, decodeVector(row.vector)]));
  }

  /** Stores vectors and, in the same transaction, counts them for the ingestion that needed them. */
  async putEmbeddings(
    input: { personaId: string; identity: string; ingestionId: string | null },
    vectors: ReadonlyMap<string, Float32Array>,
  ): Promise<void> {
    const rows = [...vectors].map(([hash, vector]) => ({ hash, vector: encodeVector(vector) }));
    await this.#db.transaction().execute(async (trx) => {
      const { rows: inserted } = await sql<{ n: number }>`
        with put as (
          insert into corpus.embedding (persona_id, identity, text_hash, vector)
          select ${input.personaId}, ${input.identity}, hash, decode(vector, 'base64')
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(hash text, vector text)
          on conflict do nothing returning 1)
        select count(*)::int as n from put`.execute(trx);
      if (input.ingestionId !== null) {
        await sql`update records.ingestion_job set embedded = embedded + ${inserted[0]?.n ?? 0}::int
          where ingestion_id = ${input.ingestionId}::uuid`.execute(trx);
      }
    });
  }
}

async function replacePassages(
  trx: Transaction<unknown>,
  writes: readonly DocumentWrite[],
): Promise<void> {
  const keys = writes.map(({ document }) => document.documentKey);
  await sql`delete from corpus.passage where document_key = any(${keys}::uuid[])`.execute(trx);
  const rows = writes.flatMap(({ document, passages }) =>
    (passages ?? []).map(({ before, after, ...passage }) => ({
      passage_id: passage.passageId,
      document_key: document.documentKey,
      persona_id: document.personaId,
      source_id: document.sourceId,
      thread: document.thread ?? null,
      at: document.at ?? null,
      external_id: document.externalId,
      ordinal: passage.ordinal,
      author: document.author?.name ?? null,
      passage,
      before,
      after,
    })),
  );
  await sql`
    insert into corpus.passage (passage_id, document_key, persona_id, source_id, thread, at, external_id, ordinal, author, passage, before, after)
    select passage_id, document_key, persona_id, source_id, thread, at, external_id, ordinal, author, passage,
      array(select jsonb_array_elements_text(before)::uuid), array(select jsonb_array_elements_text(after)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(passage_id uuid, document_key uuid, persona_id text, source_id text,
      thread text, at timestamptz, external_id text, ordinal int, author text, passage jsonb, before jsonb, after jsonb)`.execute(
    trx,
  );
}

async function touchThreadsOf(trx: Transaction<unknown>, keys: readonly string[]): Promise<void> {
  await sql`
    insert into corpus.touched_thread (persona_id, source_id, thread)
    select distinct persona_id, source_id, thread from corpus.passage
    where document_key = any(${keys}::uuid[]) and thread is not null
    on conflict do nothing`.execute(trx);
}

/** Text goes at once; what stays is that the document was, and that it is gone. */
async function bury(
  trx: Transaction<unknown>,
  keys: readonly string[],
  { withheld } = { withheld: false },
): Promise<void> {
  if (keys.length === 0) return;
  await touchThreadsOf(trx, keys);
  await sql`delete from corpus.passage where document_key = any(${keys}::uuid[])`.execute(trx);
  await sql`update corpus.document set deleted_at = now(), updated_at = now(), revision = revision + 1,
    withheld = ${withheld}::boolean, hash = case when ${withheld}::boolean then hash else '' end,
    document = document - 'text' - 'title' - 'original' - 'facts' - 'author' where document_key = any(${keys}::uuid[])`.execute(
    trx,
  );
}

function encodeVector(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function decodeVector(encoded: string): Float32Array {
  const bytes = Buffer.from(encoded, 'base64');
  const vector = new Float32Array(bytes.byteLength / 4);
  for (let i = 0; i < vector.length; i += 1) vector[i] = bytes.readFloatLE(i * 4);
  return vector;
}
