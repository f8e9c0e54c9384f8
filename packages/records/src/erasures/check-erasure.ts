import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Counts } from './add-counts.ts';
import type { ErasureWork } from './erasure-rows.ts';
import { documentPlaces } from './places/document-places.ts';
import { countRows } from './places/persona-tables.ts';
import { userPlaces } from './places/user-places.ts';

/**
 * Counts what is left of the erased, in the places that the erasure goes through. What came later (the user again, a
 * changed document) is not the erased one.
 */
export async function countRemaining(db: Kysely<Schema>, erasure: ErasureWork): Promise<Counts> {
  switch (erasure.scope) {
    case 'document':
      return remainingOfDocument(db, erasure);
    case 'user':
      return remainingOfUser(db, erasure);
    case 'persona':
      return remainingOfPersona(db, erasure);
  }
}

async function remainingOfDocument(
  db: Kysely<Schema>,
  { personaId, documentKey, finishedAt }: ErasureWork,
): Promise<Counts> {
  const { rows } = await sql<{ documentId: string }>`
    SELECT external_id AS "documentId" FROM corpus.document
    WHERE persona_id = ${personaId} AND document_key = ${documentKey}::uuid`.execute(db);
  const found = rows[0];
  // With its persona, which was erased since: that erasure has a check of its own.
  if (found === undefined || personaId === null || documentKey === null) return { documents: 0 };
  const sought = { ...found, personaId, documentKey, before: finishedAt ?? now() };
  const counts: Counts = {};
  for (const place of documentPlaces) Object.assign(counts, await place.left(db, sought));
  return counts;
}

async function remainingOfUser(
  db: Kysely<Schema>,
  { salt, digest, finishedAt }: ErasureWork,
): Promise<Counts> {
  const counts: Counts = {};
  for (const place of userPlaces)
    Object.assign(counts, await place.left(db, { salt, digest, before: finishedAt ?? now() }));
  return counts;
}

async function remainingOfPersona(
  db: Kysely<Schema>,
  { personaId, plan }: ErasureWork,
): Promise<Counts> {
  const uid = plan?.personaUid ?? null;
  const { rows: later } =
    await sql`SELECT 1 FROM records.persona WHERE id = ${personaId} AND uid <> ${uid}::uuid`.execute(
      db,
    );
  const { rows } = await sql<{ personas: number; statistics: number; stores: number }>`
    SELECT
      (SELECT count(*)::int FROM records.persona WHERE uid = ${uid}::uuid) AS personas,
      (SELECT count(*)::int FROM serving.generation WHERE persona_uid = ${uid}::uuid) AS statistics,
      (SELECT count(*)::int FROM information_schema.tables WHERE table_schema = 'knowledge'
        AND table_name LIKE ${`p_${uid?.replaceAll('-', '') ?? ''}_g%`}) AS stores`.execute(db);
  // Another persona may have its id by now; what is counted by id is that one's.
  const counts = later.length > 0 ? {} : await countRows(db, personaId ?? '');
  return { ...rows[0], ...counts };
}

const now = (): string => new Date().toISOString();
