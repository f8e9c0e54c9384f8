import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { addCounts, type Counts } from './add-counts.ts';
import { holdPersona } from './hold-persona.ts';
import { userPlaces } from './places/user-places.ts';

/** Personas that know anything of the user. */
export async function personasOfUser(db: Kysely<Schema>, userId: string): Promise<string[]> {
  const { rows } = await sql<{ persona_id: string }>`
    SELECT persona_id FROM records.conversation WHERE user_id = ${userId}
    UNION SELECT persona_id FROM records.memory WHERE user_id = ${userId}
    UNION SELECT persona_id FROM records.memory_counter WHERE user_id = ${userId}
    ORDER BY persona_id`.execute(db);
  return rows.map((row) => row.persona_id);
}

/** Conversations, turns and memories of a user with one persona, in one transaction. */
export async function eraseUser(
  db: Kysely<Schema>,
  { erasureId, personaId, userId }: { erasureId: string; personaId: string; userId: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await holdPersona(trx, personaId);
    const removed: Counts = {};
    for (const place of userPlaces)
      Object.assign(removed, await place.erase(trx, { personaId, userId }));
    await addCounts(trx, erasureId, removed);
  });
}
