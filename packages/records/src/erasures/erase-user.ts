import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { addCounts } from './add-counts.ts';
import { clearEvolutionSteps } from './clear-evolution-steps.ts';
import { holdPersona } from './hold-persona.ts';

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
    const gone = async (table: 'turn' | 'conversation' | 'memory' | 'memory_counter') => {
      const result = await trx
        .deleteFrom(`records.${table}`)
        .where('persona_id', '=', personaId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    };
    const turns = await gone('turn');
    const conversations = await gone('conversation');
    const memories = await gone('memory');
    await gone('memory_counter');
    await clearEvolutionSteps(trx, personaId);
    await addCounts(trx, erasureId, { turns, conversations, memories });
  });
}
