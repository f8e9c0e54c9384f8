import { sql, type Kysely } from 'kysely';

/** Of several that are open for one target the oldest stays; what they erase is the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    DELETE FROM records.erasure later USING records.erasure first
    WHERE later.status = 'open' AND first.status = 'open' AND first.number < later.number
      AND later.scope = first.scope
      AND later.persona_id IS NOT DISTINCT FROM first.persona_id
      AND later.document_key IS NOT DISTINCT FROM first.document_key
      AND later.user_id IS NOT DISTINCT FROM first.user_id`.execute(db);
  // An index takes no two nulls for the same.
  await sql`
    CREATE UNIQUE INDEX erasure_open_target ON records.erasure
      (scope, coalesce(persona_id, ''), coalesce(document_key::text, ''), coalesce(user_id, ''))
    WHERE status = 'open'`.execute(db);
}
