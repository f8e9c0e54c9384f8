import type { CommonSet, IngestionJob } from '@personate/contracts';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { setExists, setMissing, setNotFed } from './common-errors.ts';
import { bringInLine } from './bring-in-line.ts';
import { toCommonSet, type CommonSetRow } from './common-rows.ts';

export interface CommonContent {
  blobId: string;
  fileName: string;
  sha256: string;
  sizeBytes: number;
  documents: number;
}

/**
 * Common sets and which personas they are attached to. Each change stores the jobs that bring it into the personas
 * in its own transaction.
 */
export class CommonSetRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** @throws ExpectedError `common.exists`. */
  async create(set: { id: string; title: string }): Promise<CommonSet> {
    const { rows } = await sql`insert into corpus.common_set (set_id, title)
      values (${set.id}, ${set.title}) on conflict do nothing returning 1`.execute(this.#db);
    if (rows.length === 0) throw setExists(set.id);
    return this.get(set.id);
  }

  /** By id. */
  list(): Promise<CommonSet[]> {
    return readSets(this.#db, null);
  }

  /** @throws ExpectedError `common.missing`. */
  async get(setId: string): Promise<CommonSet> {
    const [set] = await readSets(this.#db, setId);
    if (set === undefined) throw setMissing(setId);
    return set;
  }

  /** What it holds from now on, for each persona that has it. @throws ExpectedError `common.missing`. */
  async feed(setId: string, content: CommonContent): Promise<IngestionJob[]> {
    return this.#db.transaction().execute(async (trx) => {
      await lockSet(trx, setId);
      await sql`update corpus.common_set set blob_id = ${content.blobId}, file_name = ${content.fileName},
        sha256 = ${content.sha256}, size_bytes = ${content.sizeBytes}::bigint,
        documents = ${content.documents}::int, fed_at = now() where set_id = ${setId}`.execute(trx);
      return bringInLine(trx, setId, await attachedTo(trx, setId));
    });
  }

  /** Attached already, it is only brought in line. @throws ExpectedError `common.missing`, `common.not-fed`; personaMissing. */
  async attach(setId: string, personaId: string): Promise<IngestionJob> {
    return this.#db.transaction().execute(async (trx) => {
      const { fed } = await lockSet(trx, setId);
      if (!fed) throw setNotFed(setId);
      await sql`insert into corpus.common_attachment (set_id, persona_id)
        select ${setId}, id from records.persona where id = ${personaId} on conflict do nothing`.execute(
        trx,
      );
      return one(await bringInLine(trx, setId, [personaId]));
    });
  }

  /** Not attached, there is nothing to remove, and the job says so. @throws ExpectedError `common.missing`; personaMissing. */
  async detach(setId: string, personaId: string): Promise<IngestionJob> {
    return this.#db.transaction().execute(async (trx) => {
      await lockSet(trx, setId);
      await sql`delete from corpus.common_attachment
        where set_id = ${setId} and persona_id = ${personaId}`.execute(trx);
      return one(await bringInLine(trx, setId, [personaId]));
    });
  }

  /** The set, and what of it stands in personas. @throws ExpectedError `common.missing`. @returns also its upload. */
  async erase(setId: string): Promise<{ blobId: string | null; ingestions: IngestionJob[] }> {
    return this.#db.transaction().execute(async (trx) => {
      const { blobId } = await lockSet(trx, setId);
      const personas = await attachedTo(trx, setId);
      await sql`delete from corpus.common_set where set_id = ${setId}`.execute(trx);
      return { blobId, ingestions: await bringInLine(trx, setId, personas) };
    });
  }

  /** The upload that the persona is to know of the set; null when it is to know nothing of it (any more). */
  async contentFor(
    setId: string,
    personaId: string,
  ): Promise<{ blobId: string; sha256: string | null } | null> {
    const { rows } = await sql<{ blob_id: string | null; sha256: string | null }>`
      select s.blob_id, s.sha256 from corpus.common_set s join corpus.common_attachment a using (set_id)
      where s.set_id = ${setId} and a.persona_id = ${personaId}`.execute(this.#db);
    const { blob_id: blobId = null, sha256 = null } = rows[0] ?? {};
    return blobId === null ? null : { blobId, sha256 };
  }

  /** Uploads that sets are made of: no sweep may take them. */
  async blobs(): Promise<string[]> {
    const { rows } = await sql<{ blob_id: string }>`
      select blob_id from corpus.common_set where blob_id is not null`.execute(this.#db);
    return rows.map((row) => row.blob_id);
  }
}

async function lockSet(
  trx: Transaction<Schema>,
  setId: string,
): Promise<{ fed: boolean; blobId: string | null }> {
  const { rows } = await sql<{ blob_id: string | null }>`
    select blob_id from corpus.common_set where set_id = ${setId} for update`.execute(trx);
  const row = rows[0];
  if (row === undefined) throw setMissing(setId);
  return { fed: row.blob_id !== null, blobId: row.blob_id };
}

async function attachedTo(trx: Transaction<Schema>, setId: string): Promise<string[]> {
  const { rows } = await sql<{ persona_id: string }>`select persona_id from corpus.common_attachment
    where set_id = ${setId} order by persona_id`.execute(trx);
  return rows.map((row) => row.persona_id);
}

async function readSets(db: Kysely<Schema>, setId: string | null): Promise<CommonSet[]> {
  const { rows } = await sql<CommonSetRow>`
    select s.*, array(select persona_id from corpus.common_attachment a
      where a.set_id = s.set_id order by persona_id) as personas
    from corpus.common_set s where ${setId}::text is null or s.set_id = ${setId} order by s.set_id`.execute(
    db,
  );
  return rows.map(toCommonSet);
}

function one(jobs: readonly IngestionJob[]): IngestionJob {
  return jobs[0] as IngestionJob;
}
