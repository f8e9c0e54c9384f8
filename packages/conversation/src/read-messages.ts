import { ExpectedError, questionCharacters } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';
import { unwrapQuestion } from './housekeeping/detect-housekeeping.ts';

export interface ReadMessages {
  /** The user's last message, without a client's wrapping. */
  asked: string;
  /** What was said before it by both sides, oldest first. */
  history: ChatMessage[];
}

const maxHistory = 60;
const maxRow = 100;

/**
 * The question and what came before. A client's system messages are left out: who the persona is stands in its
 * own document.
 * @throws ExpectedError `chat.no-question`.
 */
export function readMessages(messages: readonly ChatMessage[]): ReadMessages {
  const last = messages.at(-1);
  if (last === undefined || last.role !== 'user') {
    throw new ExpectedError('invalid', 'chat.no-question', 'The last message is not the user’s.', {
      fix: 'Send the conversation with the user’s question as its last message.',
      param: 'messages',
    });
  }
  return {
    asked: readable(unwrapQuestion(last.content)),
    history: messages
      .slice(0, -1)
      .filter(({ role }) => role !== 'system')
      .slice(-maxHistory)
      .map((message) => ({ ...message, content: readable(message.content) })),
  };
}

/**
 * Lone surrogates become the replacement character: no store and no model takes them. Signs in an endless row are cut:
 * patterns that look for the end of a row try it from each of its signs, and the answers of everybody else would wait.
 */
function readable(text: string): string {
  return text
    .slice(0, questionCharacters)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, (row) => row.slice(0, maxRow))
    .replace(/\p{Surrogate}/gu, '\u{FFFD}');
}
