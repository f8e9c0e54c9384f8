import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Counts } from './add-counts.ts';
import { countRows } from './erase-persona.ts';
import type { ErasureWork } from './erasure-rows.ts';
import { erasedAnswer } from './redact-turn.ts';

/** Counts what is left of the erased. What came later (the user again, a changed document) is not the erased one. */
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
  const told = JSON.stringify([{ documentKey }]);
  const beside = JSON.stringify([{ contextKeys: [documentKey] }]);
  const before = finishedAt ?? new Date().toISOString();
  const { rows } = await sql<Counts>`
    SELECT
      (SELECT count(*)::int FROM corpus.document WHERE document_key = ${documentKey}::uuid
        AND updated_at <= ${before}::timestamptz AND document <> '{}') AS documents,
      (SELECT count(*)::int FROM corpus.passage p JOIN corpus.document d USING (document_key)
        WHERE document_key = ${documentKey}::uuid AND d.updated_at <= ${before}::timestamptz) AS passages,
      (SELECT count(*)::int FROM corpus.projected p JOIN corpus.document d USING (document_key)
        WHERE document_key = ${documentKey}::uuid AND d.updated_at <= ${before}::timestamptz
          AND p.revision <> d.revision) AS projections,
      (SELECT count(*)::int FROM records.turn WHERE persona_id = ${personaId} AND created_at <= ${before}::timestamptz
        AND ((evidence @> ${told}::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(evidence) e
            WHERE e->>'documentKey' = ${documentKey}::text AND e->>'text' <> ''))
          OR (extension->'citations' @> ${told}::jsonb AND EXISTS (SELECT 1 FROM jsonb_array_elements(extension->'citations') c
            WHERE c->>'documentKey' = ${documentKey}::text AND c->>'quote' <> ''))
          OR (evidence @> ${beside}::jsonb AND extension->'model' IS NOT NULL AND answer <> ${erasedAnswer}))) AS turns`.execute(
    db,
  );
  return { ...rows[0] };
}

async function remainingOfUser(
  db: Kysely<Schema>,
  { salt, digest, finishedAt }: ErasureWork,
): Promise<Counts> {
  const before = finishedAt ?? new Date().toISOString();
  const counts: Counts = {};
  for (const [name, table] of [
    ['turns', 'records.turn'],
    ['conversations', 'records.conversation'],
    ['memories', 'records.memory'],
  ] as const) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE created_at <= ${before}::timestamptz
        AND encode(sha256(convert_to(${salt}::text || user_id, 'UTF8')), 'hex') = ${digest}`.execute(
      db,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
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
  const { rows } = await sql<{ personas: number; stores: number }>`
    SELECT
      (SELECT count(*)::int FROM records.persona WHERE uid = ${uid}::uuid) AS personas,
      (SELECT count(*)::int FROM information_schema.tables WHERE table_schema = 'knowledge'
        AND table_name LIKE ${`p_${uid?.replaceAll('-', '') ?? ''}_g%`}) AS stores`.execute(db);
  // Another persona may have its id by now; what is counted by id is that one's.
  const counts = later.length > 0 ? {} : await countRows(db, personaId ?? '');
  return { ...rows[0], ...counts };
}
