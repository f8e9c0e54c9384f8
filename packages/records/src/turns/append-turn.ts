import { ExpectedError, personaMissing, type Turn } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import { redactTurn } from '../erasures/redact-turn.ts';
import { userErasedSince } from '../erasures/user-erased-since.ts';
import type { Schema } from '../schema.ts';
import { storableText, toJson } from '../to-json.ts';
import { historyDigest } from './history-digest.ts';

export interface AppendOptions {
  keyId: string;
  replaces?: string;
  /** When the question came; absent: just now. */
  askedAt?: string;
}

const titleCharacters = 80;

/**
 * Stores the turn and its conversation, which is created unless it is there. Must run in a transaction.
 * Idempotent by turnId. A `replaces` that names no turn of this conversation is passed over. Nothing is stored where the
 * user was erased since the question came: false.
 * @throws personaMissing; ExpectedError `conversation.not-yours`.
 */
export async function appendTurn(
  trx: Kysely<Schema>,
  turn: Turn,
  options: AppendOptions,
): Promise<boolean> {
  const sequence = await nextSequence(trx, turn.personaId);
  const known = await trx
    .selectFrom('records.turn')
    .select('turn_id')
    .where('turn_id', '=', turn.turnId)
    .executeTakeFirst();
  if (known) return true;
  const { userId } = turn;
  const since = options.askedAt ?? new Date().toISOString();
  if (userId !== null && (await userErasedSince(trx, { userId, since }))) return false;
  await joinConversation(trx, turn, options.keyId);
  const kept = await withoutErased(trx, turn);
  await trx
    .insertInto('records.turn')
    .values({
      turn_id: turn.turnId,
      conversation_id: turn.conversationId,
      persona_id: turn.personaId,
      sequence,
      user_id: turn.userId,
      question: storableText(turn.question),
      answer: storableText(kept.answer),
      status: turn.status,
      extension: toJson(kept.extension),
      evidence: toJson(kept.evidence),
      replaces: options.replaces ?? null,
      history_digest: historyDigest(turn.question, turn.answer),
      created_at: turn.createdAt,
    })
    .execute();
  if (options.replaces === undefined) return true;
  await trx
    .updateTable('records.turn')
    .set({ status: 'replaced' })
    .where('turn_id', '=', options.replaces)
    .where('conversation_id', '=', turn.conversationId)
    .where('turn_id', '!=', turn.turnId)
    .execute();
  return true;
}

/** What was erased while the answer was being given must not come back with it. */
async function withoutErased(trx: Kysely<Schema>, turn: Turn): Promise<Turn> {
  const keys = [
    ...new Set(
      turn.evidence.flatMap(({ documentKey, contextKeys = [] }) => [documentKey, ...contextKeys]),
    ),
  ];
  if (keys.length === 0) return turn;
  const { rows } = await sql<{ document_key: string }>`
    SELECT document_key FROM corpus.document
    WHERE document_key = ANY (${keys}::uuid[]) AND withheld AND deleted_at IS NOT NULL`.execute(
    trx,
  );
  return rows.length === 0 ? turn : redactTurn(turn, new Set(rows.map((row) => row.document_key)));
}

/** The persona's next number. Its row stays locked, so that numbers are committed in their order. */
async function nextSequence(trx: Kysely<Schema>, personaId: string): Promise<string> {
  const { rows } = await sql<{ sequence: string }>`
    INSERT INTO records.turn_counter (persona_id, sequence)
    SELECT id, 1 FROM records.persona WHERE id = ${personaId}
    ON CONFLICT (persona_id) DO UPDATE SET sequence = records.turn_counter.sequence + 1
    RETURNING sequence`.execute(trx);
  if (!rows[0]) throw personaMissing(personaId);
  return rows[0].sequence;
}

async function joinConversation(trx: Kysely<Schema>, turn: Turn, keyId: string): Promise<void> {
  const conversation = await trx
    .insertInto('records.conversation')
    .values({
      conversation_id: turn.conversationId,
      persona_id: turn.personaId,
      key_id: keyId,
      user_id: turn.userId,
      title: titleOf(turn.question),
      created_at: turn.createdAt,
      last_at: turn.createdAt,
    })
    .onConflict((conflict) =>
      conflict.column('conversation_id').doUpdateSet({
        last_at: sql`greatest(records.conversation.last_at, excluded.last_at)`,
      }),
    )
    .returning(['persona_id', 'key_id', 'user_id'])
    .executeTakeFirstOrThrow();
  const yours =
    conversation.persona_id === turn.personaId &&
    conversation.key_id === keyId &&
    conversation.user_id === turn.userId;
  if (yours) return;
  throw new ExpectedError(
    'forbidden',
    'conversation.not-yours',
    'The conversation belongs to another persona, key or user.',
    { fix: 'Leave the conversation id out to begin a new one.', param: 'conversation_id' },
  );
}

/** The first question, cut at a word. */
function titleOf(question: string): string {
  const line = storableText(question).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= titleCharacters) return line;
  const cut = line.slice(0, titleCharacters).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), titleCharacters / 2))}…`;
}
