import type { Document, Passage } from '@personate/contracts';
import { documentSchema } from '@personate/contracts';
import { sql } from 'kysely';
import { buryDocuments } from './bury-documents.ts';
import type { Db } from './db.ts';
import { moveRevision, recordVersions } from './move-revision.ts';
import { readMapped, type PassageWithVector } from './read-mapped.ts';
import { readKnowledge, type KnowledgeItem } from './read-knowledge.ts';
import {
  countStanding,
  ownNames,
  readDocuments,
  rechunkDocuments,
  staleDocuments,
} from './rechunk-documents.ts';
import {
  writeDocuments,
  type DocumentWrite,
  type Outcome,
  type WriteScope,
} from './write-documents.ts';

export interface KnownDocument {
  hash: string;
  passagesVersion: string;
  deleted: boolean;
  /** Deleted by hand; its hash still says what it was. */
  withheld: boolean;
}

/** Documents and passages, and what became of each document in each ingestion. Only ingestion opens it. */
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

  /** How many of these documents, told by id and SHA-256 (hex) of their text, stand in each source of the persona. */
  async heldBy(
    personaId: string,
    documents: ReadonlyArray<{ externalId: string; textHash: string }>,
  ): Promise<Map<string, number>> {
    const ids = documents.map(({ externalId }) => externalId);
    const hashes = documents.map(({ textHash }) => textHash);
    const { rows } = await sql<{ source_id: string; n: number }>`
      select d.source_id, count(*)::int as n
      from unnest(${ids}::text[], ${hashes}::text[]) as given(external_id, text_hash)
      join corpus.document d on d.persona_id = ${personaId} and d.external_id = given.external_id
      where d.deleted_at is null
        and encode(sha256(convert_to(d.document->>'text', 'UTF8')), 'hex') = given.text_hash
      group by d.source_id`.execute(this.#db);
    return new Map(rows.map(({ source_id, n }) => [source_id, n]));
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

  /** One transaction, with a knowledge revision of its own where something changed. */
  async writeBatch(scope: WriteScope, writes: readonly DocumentWrite[]): Promise<void> {
    await writeDocuments(this.#db, scope, writes);
  }

  /** Leaves a tombstone for each document of the source (null: of all) that this attempt did not meet. @returns how many. */
  async removeUnmet(input: {
    personaId: string;
    sourceId: string | null;
    ingestionId: string;
    attempt: number;
  }): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ document_key: string }>`
        select d.document_key from corpus.document d
        where d.persona_id = ${input.personaId} and (${input.sourceId}::text is null or d.source_id = ${input.sourceId}) and d.deleted_at is null
          and not exists (select 1 from corpus.ingestion_document i
            where i.ingestion_id = ${input.ingestionId}::uuid and i.document_key = d.document_key and i.attempt = ${input.attempt}::int)`.execute(
        trx,
      );
      const keys = rows.map((row) => row.document_key);
      if (keys.length === 0) return 0;
      const { personaId, ingestionId } = input;
      const revision = await moveRevision(trx, { personaId, cause: 'ingestion', ingestionId });
      await buryDocuments(trx, keys);
      await recordVersions(trx, { personaId, revision }, keys);
      await sql`insert into corpus.ingestion_document (ingestion_id, document_key, attempt, outcome)
        select ${input.ingestionId}::uuid, k, ${input.attempt}::int, 'removed' from unnest(${keys}::uuid[]) k
        on conflict (ingestion_id, document_key) do update set attempt = excluded.attempt, outcome = excluded.outcome`.execute(
        trx,
      );
      return keys.length;
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

  /** Documents that stand with their passages and, of one embedder, their vectors. */
  knowledge(personaId: string, identity: string | null): AsyncGenerator<KnowledgeItem> {
    return readKnowledge(this.#db, personaId, identity);
  }

  /** Passages with vectors, as far as these groups may see them. */
  mapped(input: Parameters<typeof readMapped>[1]): AsyncGenerator<PassageWithVector> {
    return readMapped(this.#db, input);
  }

  /** Documents whose passages were cut by another version, at most `limit`. */
  async stale(personaId: string, passagesVersion: string, limit: number): Promise<Document[]> {
    return staleDocuments(this.#db, personaId, passagesVersion, limit);
  }

  /** Those of them that stand. */
  async read(keys: readonly string[]): Promise<Document[]> {
    return readDocuments(this.#db, keys);
  }

  /** One transaction: other passages of the same documents. One that changed or went meanwhile is left as it is. */
  async rechunk(
    personaId: string,
    passagesVersion: string,
    writes: ReadonlyArray<{ document: Document; passages: readonly Passage[] }>,
  ): Promise<void> {
    await rechunkDocuments(this.#db, personaId, passagesVersion, writes);
  }

  /** How many documents stand. */
  async count(personaId: string): Promise<number> {
    return countStanding(this.#db, personaId);
  }

  /** By what names the persona's own words are signed, those with most documents first, at most twenty. */
  async ownNames(personaId: string): Promise<string[]> {
    return ownNames(this.#db, personaId);
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
}
