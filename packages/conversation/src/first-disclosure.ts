import { discloseIn, withoutDisclosure, type ChatMessage } from '@personate/language';
import type { ServingPersona } from './deps.ts';
import type { ConversationPlace } from './find-conversation.ts';

/**
 * What a persona of somebody living says before its first reply in a conversation; null where nothing is to be said.
 * The same first reply told anew says it again.
 */
export function firstDisclosure(
  { version, consent }: ServingPersona,
  place: Pick<ConversationPlace, 'turns' | 'history'>,
  language: string,
): string | null {
  const { document } = version;
  const { kind } = document.subject;
  // An earlier version may call the same person something else than the head does.
  if (consent !== 'given' && kind !== 'real' && kind !== 'self') return null;
  const said = place.history.some(
    ({ role, content }) => role === 'assistant' && withoutDisclosure(document, content) !== null,
  );
  return said || place.turns.length > 0 ? null : discloseIn(document, language);
}

/** Without them: nobody's name or word in a disclosure is what a follow-up points at. */
export function withoutDisclosures(
  { version }: ServingPersona,
  history: readonly ChatMessage[],
): ChatMessage[] {
  return history.map((message) =>
    message.role === 'assistant'
      ? {
          ...message,
          content: withoutDisclosure(version.document, message.content) ?? message.content,
        }
      : message,
  );
}
