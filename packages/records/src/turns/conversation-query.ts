import type { Kysely } from 'kysely';
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
