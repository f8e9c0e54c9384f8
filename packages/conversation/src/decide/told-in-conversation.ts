import { observeMessage, splitSentences, type ChatMessage } from '@personate/language';
import { isStatement } from '../understand/is-statement.ts';
import type { Told } from './choose-memories.ts';

const lookBack = 30;
const mostRead = 2000;

/**
 * What the user told of themselves in this conversation, latest first: it needs no memory to be known. It is read by the
 * rules that memories are made by, so that what is known now is known tomorrow; what they cannot read stays as it was said.
 */
export function toldInConversation(
  history: readonly ChatMessage[],
  language: string,
  context: { day: string; personaName: string },
): Told[] {
  const told = history
    .filter(({ role }) => role === 'user')
    .slice(-lookBack)
    .flatMap(({ content }) => toldIn(content.slice(0, mostRead), language, context))
    .toReversed();
  return told.filter(
    ({ slot }, index) => slot === null || told.findIndex((other) => other.slot === slot) === index,
  );
}

function toldIn(
  message: string,
  language: string,
  context: { day: string; personaName: string },
): Told[] {
  const { statements } = observeMessage(message, context);
  const unread = splitSentences(message, language).filter(
    (sentence) =>
      isStatement(sentence, language) && !statements.some(({ quote }) => sentence.includes(quote)),
  );
  return [
    ...unread.map((sentence) => ({ id: null, text: sentence, quote: sentence, slot: null })),
    ...statements.map(({ text, quote, slot }) => ({ id: null, text, quote, slot })),
  ];
}
