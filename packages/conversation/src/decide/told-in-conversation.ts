import { splitSentences, type ChatMessage } from '@personate/language';
import { isStatement } from '../understand/is-statement.ts';
import type { Told } from './choose-memories.ts';

const lookBack = 20;

/** What the user told of themselves in this conversation, latest first: it needs no memory to be known. */
export function toldInConversation(history: readonly ChatMessage[], language: string): Told[] {
  return history
    .filter(({ role }) => role === 'user')
    .slice(-lookBack)
    .flatMap(({ content }) => splitSentences(content.slice(0, 2000), language))
    .filter((sentence) => isStatement(sentence, language))
    .toReversed()
    .map((sentence) => ({ id: null, text: sentence, quote: sentence, slot: null }));
}
