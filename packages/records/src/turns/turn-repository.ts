import type { Conversation, ConversationSummary, Turn } from '@personate/contracts';
import type { Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { appendTurn, type AppendOptions } from './append-turn.ts';
import { conversationQuery, turnsWithheldFrom } from './conversation-query.ts';
import { historyDigest } from './history-digest.ts';
import { toConversationSummary, toTurn } from './turn-rows.ts';

/** A conversation is read whole, but not without end. */
const mostTurns = 1_000;

/** Turns and the conversations they stand in. An id that is no UUID is one that does not exist. */
export class TurnRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /**
   * Stores the turn and its conversation in one transaction; a turn that `replaces` another of the conversation marks
   * that one replaced. Idempotent by turnId. Nothing is stored where the user was erased since the question came: false.
   * @throws personaMissing; ExpectedError `conversation.not-yours`.
   */
  append(turn: Turn, options: AppendOptions): Promise<boolean> {
    return this.#db.transaction().execute((trx) => appendTurn(trx, turn, options));
  }

  /** Complete turns of the conversation, oldest first, the last `limit`. */
  async recent(conversationId: string, limit: number): Promise<Turn[]> {
    if (!isUuid(conversationId)) return [];
    const rows = await this.#db
      .selectFrom('records.turn')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('status', '=', 'complete')
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
    return rows.toReversed().map(toTurn);
  }

  /** The latest turn of this persona, key and user with these texts: the end of the history that a client sent. */
  async findByHistory(query: {
    personaId: string;
    keyId: string;
    userId: string | null;
    lastUser: string;
    lastAssistant: string;
  }): Promise<{ conversationId: string; turnId: string } | null> {
    const row = await this.#db
      .selectFrom('records.turn as t')
      .innerJoin('records.conversation as c', 'c.conversation_id', 't.conversation_id')
      .select(['t.conversation_id', 't.turn_id'])
      .where('t.persona_id', '=', query.personaId)
      .where('t.history_digest', '=', historyDigest(query.lastUser, query.lastAssistant))
      .where('t.status', 'in', ['complete', 'aborted'])
      .where('c.key_id', '=', query.keyId)
      .where('c.user_id', query.userId === null ? 'is' : '=', query.userId)
      .orderBy('t.sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? { conversationId: row.conversation_id, turnId: row.turn_id } : null;
  }

  /** The conversation's last turn that was not replaced. */
  async lastOf(conversationId: string): Promise<Turn | null> {
    if (!isUuid(conversationId)) return null;
    const row = await this.#db
      .selectFrom('records.turn')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('status', '!=', 'replaced')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toTurn(row) : null;
  }

  /** Whose conversation it is; null when there is none. */
  async owner(
    conversationId: string,
  ): Promise<{ personaId: string; keyId: string; userId: string | null } | null> {
    if (!isUuid(conversationId)) return null;
    const row = await this.#db
      .selectFrom('records.conversation')
      .select(['persona_id', 'key_id', 'user_id'])
      .where('conversation_id', '=', conversationId)
      .executeTakeFirst();
    return row ? { personaId: row.persona_id, keyId: row.key_id, userId: row.user_id } : null;
  }

  async turn(turnId: string): Promise<Turn | null> {
    if (!isUuid(turnId)) return null;
    const row = await this.#db
      .selectFrom('records.turn')
      .selectAll()
      .where('turn_id', '=', turnId)
      .executeTakeFirst();
    return row ? toTurn(row) : null;
  }

  /**
   * Latest first, those whose last turn is before `before` (an instant); with `beforeId`, of those at that very instant
   * the ones that a list has after it. An absent filter means any. `reader`: those held with its key, and those all of
   * whose turns were told to groups that it is in.
   */
  async list(query: {
    personaId?: string;
    userId?: string;
    keyId?: string;
    reader?: { keyId: string; audience: readonly string[] };
    limit: number;
    before?: string;
    beforeId?: string;
  }): Promise<ConversationSummary[]> {
    const { personaId, userId, keyId, reader, before, beforeId } = query;
    let rows = conversationQuery(this.#db);
    if (personaId !== undefined) rows = rows.where('c.persona_id', '=', personaId);
    if (userId !== undefined) rows = rows.where('c.user_id', '=', userId);
    if (keyId !== undefined) rows = rows.where('c.key_id', '=', keyId);
    if (reader !== undefined)
      rows = rows.where((eb) =>
        eb.or([
          eb('c.key_id', '=', reader.keyId),
          eb.not(eb.exists(turnsWithheldFrom(eb, reader.audience))),
        ]),
      );
    if (before !== undefined) {
      const instant = new Date(before);
      rows = rows.where((eb) =>
        beforeId === undefined
          ? eb('c.last_at', '<', instant)
          : eb(eb.refTuple('c.last_at', 'c.conversation_id'), '<', eb.tuple(instant, beforeId)),
      );
    }
    const found = await rows
      .orderBy('c.last_at', 'desc')
      .orderBy('c.conversation_id', 'desc')
      .limit(query.limit)
      .execute();
    return found.map(toConversationSummary);
  }

  /** With its turns, oldest first, replaced ones too; null when there is none. */
  async get(conversationId: string): Promise<Conversation | null> {
    if (!isUuid(conversationId)) return null;
    const conversation = await conversationQuery(this.#db)
      .where('c.conversation_id', '=', conversationId)
      .executeTakeFirst();
    if (!conversation) return null;
    const turns = await this.#db
      .selectFrom('records.turn')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .orderBy('sequence', 'desc')
      .limit(mostTurns)
      .execute();
    return { ...toConversationSummary(conversation), history: turns.toReversed().map(toTurn) };
  }

  /** With its turns. Nothing happens when there is none. */
  async delete(conversationId: string): Promise<void> {
    if (!isUuid(conversationId)) return;
    await this.#db
      .deleteFrom('records.conversation')
      .where('conversation_id', '=', conversationId)
      .execute();
  }
}
