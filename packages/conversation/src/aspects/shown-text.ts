import type { ChatMessage } from '@personate/language';

/** In one line, and no longer than what a small model is given to read. */
export const shownText = (text: string, mostCharacters: number): string =>
  text.replaceAll(/\s+/gu, ' ').slice(0, mostCharacters);

/** What was said, as a model that looks on reads it. */
export const shownTurns = (turns: readonly ChatMessage[], mostCharacters: number): string[] =>
  turns.map(
    ({ role, content }) =>
      `${role === 'user' ? 'They' : 'You'}: ${shownText(content, mostCharacters)}`,
  );
