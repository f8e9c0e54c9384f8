import { sql } from 'kysely';
import type { Db } from './db.ts';
import { pruneVectors } from './prune-vectors.ts';
import { decodeVector, encodeVector } from './vector-bytes.ts';

/** Vectors by the hash of the text that was embedded, so that no text is embedded twice for a persona. */
export class EmbeddingRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(
    personaId: string,
    identity: string,
    hashes: readonly string[],
  ): Promise<Map<string, Float32Array>> {
    const rows = await this.#read(personaId, identity, hashes);
    return new Map(rows.map((row) => [row.text_hash, decodeVector(row.vector)]));
  }

  /** As `find`, of what was kept by `putPacked`. */
  async findPacked(
    personaId: string,
    identity: string,
    hashes: readonly string[],
  ): Promise<Map<string, Uint8Array>> {
    const rows = await this.#read(personaId, identity, hashes);
    return new Map(rows.map((row) => [row.text_hash, Buffer.from(row.vector, 'base64')]));
  }

  /**
   * Which text each passage was embedded as; passages that have gone meanwhile are passed over.
   * @param insteadOf what the names begin with of those identities whose vectors are no longer wanted for them
   */
  async refer(
    personaId: string,
    identity: string,
    passages: ReadonlyArray<{ passageId: string; textHash: string }>,
    insteadOf?: string,
  ): Promise<void> {
    const rows = passages.map(({ passageId, textHash }) => ({ id: passageId, hash: textHash }));
    if (insteadOf !== undefined)
      await sql`delete from corpus.passage_embedding where persona_id = ${personaId}
        and passage_id = any(${passages.map(({ passageId }) => passageId)}::uuid[])
        and starts_with(identity, ${insteadOf}) and identity <> ${identity}`.execute(this.#db);
    await sql`
      insert into corpus.passage_embedding (passage_id, persona_id, identity, text_hash)
      select p.passage_id, ${personaId}, ${identity}, r.hash
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, hash text)
      join corpus.passage p on p.passage_id = r.id and p.persona_id = ${personaId}
      on conflict (passage_id, identity) do update set text_hash = excluded.text_hash`.execute(
      this.#db,
    );
  }

  /** Vectors kept for the persona, of every embedder. */
  async count(personaId: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from corpus.embedding where persona_id = ${personaId}`.execute(
      this.#db,
    );
    return rows[0]?.n ?? 0;
  }

  /** Forgets vectors of texts that no passage has any more. @returns how many. */
  async prune(personaId: string): Promise<number> {
    return pruneVectors(this.#db, personaId);
  }

  /** Stores vectors and, in the same transaction, counts them for the ingestion that needed them. */
  async put(
    input: { personaId: string; identity: string; ingestionId: string | null },
    vectors: ReadonlyMap<string, Float32Array>,
  ): Promise<void> {
    const rows = [...vectors].map(([hash, vector]) => ({ hash, vector: encodeVector(vector) }));
    await this.#write(input, rows);
  }

  /** Vectors of the parts of texts, by the hash of the whole; nobody counts them. */
  async putPacked(
    input: { personaId: string; identity: string },
    packed: ReadonlyMap<string, Uint8Array>,
  ): Promise<void> {
    const rows = [...packed].map(([hash, bytes]) => ({
      hash,
      vector: Buffer.from(bytes).toString('base64'),
    }));
    await this.#write({ ...input, ingestionId: null }, rows);
  }

  async #read(personaId: string, identity: string, hashes: readonly string[]) {
    const { rows } = await sql<{ text_hash: string; vector: string }>`
      select text_hash, encode(vector, 'base64') as vector from corpus.embedding
      where persona_id = ${personaId} and identity = ${identity} and text_hash = any(${hashes}::text[])`.execute(
      this.#db,
    );
    return rows;
  }

  async #write(
    input: { personaId: string; identity: string; ingestionId: string | null },
    rows: ReadonlyArray<{ hash: string; vector: string }>,
  ): Promise<void> {
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
