import { countPersons, type RecalledPassage } from '@personate/knowledge';

/**
 * Whose fact a sentence is. Where two talk with each other, a sentence with more "you" than "I" is about the one who
 * is spoken to; any other is about its speaker. Elsewhere, in a diary or an encyclopaedia, "you" is anybody, and
 * every sentence counts as about the persona.
 */
export function isAboutPersona(
  sentence: string,
  passage: Pick<RecalledPassage, 'stance' | 'author' | 'context'>,
  language: string,
): boolean {
  if (!isDialogue(passage)) return true;
  const { first, second } = countPersons(sentence, language);
  const bySelf = passage.stance !== 'to';
  return second > first ? !bySelf : bySelf;
}

/** Said to the persona, or in a thread where somebody else has a say. */
export function isDialogue({
  stance,
  author,
  context,
}: Pick<RecalledPassage, 'stance' | 'author' | 'context'>): boolean {
  if (stance === 'to') return true;
  return (
    stance === 'by' &&
    context.some((other) => other.author !== undefined && other.author !== author)
  );
}
