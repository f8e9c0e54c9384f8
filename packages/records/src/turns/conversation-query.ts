import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { toJson } from '../to-json.ts';
import type { Schema } from '../schema.ts';

/** Conversations with the number of turns that were not replaced. */
export function conversationQuery(db: Kysely<Schema>) {
  return db
    .selectFrom('records.conversation as c')
    .selectAll('c')
    .select((eb) =>
      eb
        .selectFrom('records.turn as t')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('t.conversation_id', '=', 'c.conversation_id')
        .where('t.status', '!=', 'replaced')
        .as('turns'),
    );
}

/** Turns of the conversation that drew, or may have drawn, on documents of groups that are not among these. */
export function turnsWithheldFrom(
  eb: ExpressionBuilder<Schema & { c: Schema['records.conversation'] }, 'c'>,
  audience: readonly string[],
) {
  return eb
    .selectFrom('records.turn as told')
    .select('told.turn_id')
    .whereRef('told.conversation_id', '=', 'c.conversation_id')
    .where(
      sql<boolean>`not coalesce(told.extension->'audience' <@ ${toJson(audience)}::jsonb, false)`,
    );
}
