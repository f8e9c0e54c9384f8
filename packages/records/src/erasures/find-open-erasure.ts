import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export interface ErasureSubject {
  scope: string;
  personaId: string | null;
  documentKey: string | null;
  userId: string | null;
}

/** The one erasure of that target that is under way: an index allows no second. */
export async function findOpenErasure(
  db: Kysely<Schema>,
  { scope, personaId, documentKey, userId }: ErasureSubject,
): Promise<string | null> {
  const { rows } = await sql<{ erasure_id: string }>`
    SELECT erasure_id FROM records.erasure WHERE status = 'open' AND scope = ${scope}
      AND persona_id IS NOT DISTINCT FROM ${personaId}::text
      AND document_key IS NOT DISTINCT FROM ${documentKey}::uuid
      AND user_id IS NOT DISTINCT FROM ${userId}::text`.execute(db);
  return rows[0]?.erasure_id ?? null;
}
