import type { ChatMessage } from '@personate/language';
import { isStatement } from '../understand/is-statement.ts';
import type { Told } from './choose-memories.ts';

const lookBack = 20;

/** What the user told of themselves in this conversation, latest first: it needs no memory to be known. */
export function toldInConversation(history: readonly ChatMessage[], language: string): Told[] {
  return history
    .filter(({ role, content }) => role === 'user' && isStatement(content, language))
    .slice(-lookBack)
    .toReversed()
    .map(({ content }) => ({ id: null, text: content, quote: content, slot: null }));
}
