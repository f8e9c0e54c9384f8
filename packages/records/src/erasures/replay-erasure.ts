import { erasureLedgerEntrySchema, type ErasureLedgerEntry } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { findOpenErasure } from './find-open-erasure.ts';

/**
 * Opens an erasure of a later ledger again in records that were restored from before it, where there is still something
 * that it erased; else it is only written down, as done. False when these records have done it themselves.
 */
export async function replayErasure(
  db: Kysely<Schema>,
  given: ErasureLedgerEntry,
): Promise<boolean> {
  const entry = erasureLedgerEntrySchema.parse(given);
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('records.erasure')
      .select('status')
      .where('erasure_id', '=', entry.erasure_id)
      .executeTakeFirst();
    // An open one that the records know goes on by itself.
    if (known !== undefined) return known.status === 'open';
    const { isThere, userId } = await whatIsThere(trx, entry);
    const subject = {
      scope: entry.scope,
      personaId: entry.persona_id,
      documentKey: entry.document_key,
      userId,
    };
    // A ledger may name one target twice, erased and erased again: one erasure takes both away.
    const isToDo = isThere && (await findOpenErasure(trx, subject)) === null;
    await trx
      .insertInto('records.erasure')
      .values({
        erasure_id: entry.erasure_id,
        scope: entry.scope,
        persona_id: entry.persona_id,
        document_key: entry.document_key,
        user_id: isToDo ? userId : null,
        salt: entry.salt,
        digest: entry.digest,
        plan: null,
        removed: isToDo ? '{}' : toJson(entry.removed),
        status: isToDo ? 'open' : 'done',
        requested_by: entry.requested_by,
        requested_at: entry.requested_at,
        finished_at: isToDo ? null : (entry.finished_at ?? sql<Date>`clock_timestamp()`),
      })
      .execute();
    return isToDo;
  });
}

async function whatIsThere(
  db: Kysely<Schema>,
  entry: ErasureLedgerEntry,
): Promise<{ isThere: boolean; userId: string | null }> {
  switch (entry.scope) {
    case 'user': {
      const userId = await userOf(db, entry);
      return { isThere: userId !== null, userId };
    }
    case 'document': {
      const { rows } = await sql`SELECT 1 FROM corpus.document
        WHERE persona_id = ${entry.persona_id} AND document_key = ${entry.document_key}::uuid
          AND NOT (deleted_at IS NOT NULL AND withheld)`.execute(db);
      return { isThere: rows.length > 0, userId: null };
    }
    case 'persona': {
      // Another persona of that id, made after the erasure or before it, is not the one that was erased.
      const uid = entry.plan?.personaUid ?? null;
      const { rows } = await sql`SELECT 1 FROM records.persona
        WHERE id = ${entry.persona_id} AND (${uid}::uuid IS NULL OR uid = ${uid}::uuid)`.execute(
        db,
      );
      return { isThere: rows.length > 0, userId: null };
    }
  }
}

/** The ledger names no user once it is done, but of each that is there it can be told whether it is the one. */
async function userOf(
  db: Kysely<Schema>,
  { salt, digest }: ErasureLedgerEntry,
): Promise<string | null> {
  const { rows } = await sql<{ user_id: string }>`
    SELECT user_id FROM (
      SELECT user_id FROM records.conversation
      UNION SELECT user_id FROM records.memory
      UNION SELECT user_id FROM records.memory_counter
    ) AS users
    WHERE user_id IS NOT NULL
      AND encode(sha256(convert_to(${salt}::text || user_id, 'UTF8')), 'hex') = ${digest}
    LIMIT 1`.execute(db);
  return rows[0]?.user_id ?? null;
}
