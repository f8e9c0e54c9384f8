import { memorySchema, type Memory } from '@personate/contracts';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Schema } from '../schema.ts';
import { storableText } from '../to-json.ts';

export function toMemory(row: Selectable<Schema['records.memory']>): Memory {
  return memorySchema.parse({
    memoryId: row.memory_id,
    personaId: row.persona_id,
    userId: row.user_id,
    text: row.text,
    quote: row.quote,
    kind: row.kind,
    slot: row.slot,
    trust: row.trust,
    status: row.status,
    sourceTurnId: row.source_turn_id,
    createdAt: row.created_at.toISOString(),
  });
}

export function fromMemory(memory: Memory): Insertable<Schema['records.memory']> {
  return {
    memory_id: memory.memoryId,
    persona_id: memory.personaId,
    user_id: memory.userId,
    text: storableText(memory.text),
    quote: storableText(memory.quote),
    kind: memory.kind,
    slot: memory.slot,
    trust: memory.trust,
    status: memory.status,
    replaced_by: null,
    source_turn_id: memory.sourceTurnId,
    created_at: memory.createdAt,
  };
}

/** With every change of what a persona remembers of a user, in the same transaction. */
export async function countMemoryChange(
  trx: Kysely<Schema>,
  personaId: string,
  userId: string,
): Promise<void> {
  await trx
    .insertInto('records.memory_counter')
    .values({ persona_id: personaId, user_id: userId, revision: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['persona_id', 'user_id'])
        .doUpdateSet({ revision: sql`records.memory_counter.revision + 1` }),
    )
    .execute();
}
