import { ExpectedError, type Turn } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';
import type { AnswerTurnInput } from './answer-turn-types.ts';
import type { AnswerTurnDeps } from './deps.ts';
import type { ReadMessages } from './read-messages.ts';

export interface ConversationPlace {
  conversationId: string;
  /** The turn that this one is told anew for. */
  replaces?: string;
  /** What was said before, by the client's account or else by the store's. */
  history: ChatMessage[];
  /** Turns stored so far, oldest first; without the replaced one. */
  turns: Turn[];
}

const remembered = 12;

/**
 * Where the turn belongs: the conversation that the client names, else the one whose last exchange its history
 * ends with, else a new one. The same question again, with the reply to it left out, replaces that reply's turn.
 * @throws ExpectedError `conversation.not-yours`.
 */
export async function findConversation(
  deps: Pick<AnswerTurnDeps, 'turns' | 'newId'>,
  input: Pick<AnswerTurnInput, 'personaId' | 'userId' | 'keyId' | 'conversationId'>,
  read: ReadMessages,
): Promise<ConversationPlace> {
  const conversationId = input.conversationId ?? (await foundByHistory(deps, input, read));
  if (conversationId === null)
    return { conversationId: deps.newId(), history: read.history, turns: [] };
  await refuseForeign(deps, input, conversationId);
  const turns = await deps.turns.recent(conversationId, remembered);
  const last = await deps.turns.lastOf(conversationId);
  if (last !== null && isRegeneration(last, turns, read)) {
    const kept = turns.filter(({ turnId }) => turnId !== last.turnId);
    const history = read.history.length > 0 ? read.history : asMessages(kept);
    return { conversationId, replaces: last.turnId, history, turns: kept };
  }
  // A client that sends its last message alone leaves the history to the conversation it names.
  const history = read.history.length > 0 ? read.history : asMessages(turns);
  return { conversationId, history, turns };
}

async function foundByHistory(
  deps: Pick<AnswerTurnDeps, 'turns'>,
  input: Pick<AnswerTurnInput, 'personaId' | 'userId' | 'keyId'>,
  read: ReadMessages,
): Promise<string | null> {
  const end = read.history.findLastIndex(({ role }) => role === 'assistant');
  const lastAssistant = read.history[end]?.content;
  const lastUser = read.history
    .slice(0, Math.max(0, end))
    .findLast(({ role }) => role === 'user')?.content;
  if (lastAssistant === undefined || lastUser === undefined) return null;
  const { personaId, keyId, userId } = input;
  const found = await deps.turns.findByHistory({
    personaId,
    keyId,
    userId,
    lastUser,
    lastAssistant,
  });
  return found?.conversationId ?? null;
}

/** Nobody reads another's conversation by naming it. */
async function refuseForeign(
  deps: Pick<AnswerTurnDeps, 'turns'>,
  input: Pick<AnswerTurnInput, 'personaId' | 'userId' | 'keyId'>,
  conversationId: string,
): Promise<void> {
  const owner = await deps.turns.owner(conversationId);
  const foreign =
    owner !== null &&
    (owner.personaId !== input.personaId ||
      owner.keyId !== input.keyId ||
      owner.userId !== input.userId);
  if (!foreign) return;
  throw new ExpectedError(
    'forbidden',
    'conversation.not-yours',
    'The conversation belongs to another persona, key or user.',
    { fix: 'Leave the conversation id out to begin a new one.', param: 'conversation_id' },
  );
}

/** The last stored turn answers this very question, and the client's history ends before its reply. */
function isRegeneration(last: Turn, turns: readonly Turn[], read: ReadMessages): boolean {
  if (last.question !== read.asked) return false;
  const shown = read.history.findLast(({ role }) => role === 'assistant')?.content;
  if (shown === last.answer) return false;
  const before = turns.filter(({ turnId }) => turnId !== last.turnId);
  return shown === undefined ? before.length === 0 : before.at(-1)?.answer === shown;
}

function asMessages(turns: readonly Turn[]): ChatMessage[] {
  return turns.flatMap(({ question, answer }): ChatMessage[] => [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ]);
}
