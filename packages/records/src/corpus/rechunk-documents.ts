import { documentSchema, type Document, type Passage } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from './db.ts';
import { touchThreadsOf } from './touch-threads.ts';
import { replacePassages } from './write-documents.ts';

/** Documents whose passages were cut by another version, at most `limit`. */
export async function staleDocuments(
  db: Db,
  personaId: string,
  passagesVersion: string,
  limit: number,
): Promise<Document[]> {
  const { rows } = await sql<{ document: unknown }>`
    select document from corpus.document
    where persona_id = ${personaId} and deleted_at is null and passages_version <> ${passagesVersion}
    order by source_id, external_id limit ${limit}`.execute(db);
  return rows.map((row) => documentSchema.parse(row.document));
}

/** Those of them that stand. */
export async function readDocuments(db: Db, keys: readonly string[]): Promise<Document[]> {
  const { rows } = await sql<{ document: unknown }>`
    select document from corpus.document
    where document_key = any(${keys}::uuid[]) and deleted_at is null
    order by source_id, external_id`.execute(db);
  return rows.map((row) => documentSchema.parse(row.document));
}

/** One transaction: other passages of the same documents. One that changed or went meanwhile is left as it is. */
export async function rechunkDocuments(
  db: Db,
  personaId: string,
  passagesVersion: string,
  writes: ReadonlyArray<{ document: Document; passages: readonly Passage[] }>,
): Promise<void> {
  if (writes.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const given = writes.map(({ document }) => ({
      key: document.documentKey,
      hash: document.hash,
    }));
    const { rows } = await sql<{ document_key: string }>`
      select d.document_key from corpus.document d
      join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(key uuid, hash text)
        on g.key = d.document_key and g.hash = d.hash
      where d.persona_id = ${personaId} and d.deleted_at is null for update of d`.execute(trx);
    const keys = rows.map((row) => row.document_key);
    const standing = new Set(keys);
    await touchThreadsOf(trx, keys);
    await replacePassages(
      trx,
      writes.filter(({ document }) => standing.has(document.documentKey)),
    );
    await sql`update corpus.document set passages_version = ${passagesVersion}, revision = revision + 1
      where document_key = any(${keys}::uuid[])`.execute(trx);
    await touchThreadsOf(trx, keys);
  });
}

/** Documents that stand. */
export async function countStanding(db: Db, personaId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from corpus.document
    where persona_id = ${personaId} and deleted_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** By what names the persona's own words are signed, those with most documents first, at most twenty. */
export async function ownNames(db: Db, personaId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select document->'author'->>'name' as name from corpus.document
    where persona_id = ${personaId} and deleted_at is null and document->>'stance' = 'by'
      and document->'author'->>'name' is not null
    group by 1 order by count(*) desc, 1 limit 20`.execute(db);
  return rows.map((row) => row.name);
}
