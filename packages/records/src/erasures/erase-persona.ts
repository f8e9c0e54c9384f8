import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { addCounts, type Counts } from './add-counts.ts';
import { holdPersona } from './hold-persona.ts';
import { countRows } from './places/persona-tables.ts';

/**
 * The persona with everything that hangs on its row, in one transaction. Keys that were limited to it lose it, so that
 * none of them opens another persona that gets its id.
 */
export async function erasePersona(
  db: Kysely<Schema>,
  target: {
    erasureId: string;
    personaId: string;
    personaUid: string;
    /** What went elsewhere before, for the receipt. */
    ended?: Counts;
  },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { erasureId, personaId, personaUid } = target;
    await holdPersona(trx, personaId);
    const { rows } = await sql`SELECT 1 FROM records.persona
      WHERE id = ${personaId} AND uid = ${personaUid}::uuid`.execute(trx);
    // It is gone already, and another one may have its id by now.
    if (rows.length === 0) return;
    await addCounts(trx, erasureId, { ...(await countRows(trx, personaId)), ...target.ended });
    await trx.deleteFrom('records.persona').where('id', '=', personaId).execute();
    await trx
      .deleteFrom('records.lease')
      .where('name', 'in', [`ingest:${personaId}`, `evolution:${personaId}`])
      .execute();
    await sql`UPDATE records.api_key SET personas = array_remove(personas, ${personaId})
      WHERE personas IS NOT NULL`.execute(trx);
  });
}
