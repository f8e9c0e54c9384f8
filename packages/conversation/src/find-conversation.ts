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
/** Turns that a history may be held against; a longer one goes on as a new conversation. */
const mostCompared = 200;

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
  const anew = () => ({ conversationId: deps.newId(), history: read.history, turns: [] });
  if (conversationId === null) return anew();
  await refuseForeign(deps, input, conversationId);
  // Of callers whom nobody tells apart many begin alike: only who knows all that was said goes on with it.
  const isNamed = input.conversationId !== undefined || input.userId !== null;
  const told = await deps.turns.recent(conversationId, isNamed ? remembered : mostCompared);
  if (!isNamed && !(told.length < mostCompared && isAllOf(told, read.history))) return anew();
  const turns = told.slice(-remembered);
  const last = isNamed ? await deps.turns.lastOf(conversationId) : null;
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

function isAllOf(turns: readonly Turn[], history: readonly ChatMessage[]): boolean {
  const known = asMessages(turns);
  const said = history.filter(({ role }) => role !== 'system');
  return (
    said.length === known.length &&
    known.every(({ role, content }, i) => said[i]?.role === role && said[i].content === content)
  );
}

function asMessages(turns: readonly Turn[]): ChatMessage[] {
  return turns.flatMap(({ question, answer }): ChatMessage[] => [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ]);
}
