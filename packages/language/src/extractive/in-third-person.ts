import type { Gender } from './first-person/person-words.ts';

/** How a text calls somebody. */
export interface Called {
  subject: string;
  object: string;
  owner: string;
}

const pronouns: Readonly<Record<Gender, Called>> = {
  she: { subject: 'she', object: 'her', owner: 'her' },
  he: { subject: 'he', object: 'him', owner: 'his' },
  they: { subject: 'they', object: 'them', owner: 'their' },
};

export const byName = (name: string): Called => ({
  subject: name,
  object: name,
  owner: `${name}'s`,
});
export const byPronoun = (gender: Gender): Called => pronouns[gender];

const third: Readonly<Record<string, string>> = {
  are: 'is',
  were: 'was',
  do: 'does',
  have: 'has',
  am: 'is',
};
/** "you" beside one of these does something, elsewhere something is done to you. */
const doing =
  'did|could|would|can|will|should|might|must|does|had|has|was|is|if|when|where|while|before|after|because|since|that|which|who|what|how|why|than|once|until';
const beforeSubject = new RegExp(`\\b(${doing}) (?:you|I)\\b`, 'giu');

/**
 * What is asked of the persona, or told by it, in the words of somebody else: "Were you born here?" becomes "Was Ada
 * born here?". To an embedder it is then nearer to what others wrote on the persona.
 */
export function inThirdPerson(text: string, { subject, object, owner }: Called): string {
  const turned = (verb: string): string =>
    subject === 'they' ? verb : (third[verb.toLowerCase()] ?? verb);
  const told = text
    .replace(
      /\b(are|were|do|have) (?:you|I)\b/giu,
      (_, verb: string) => `${turned(verb)} ${subject}`,
    )
    .replace(
      /\b(?:you|I) (are|were|am|have)\b/giu,
      (_, verb: string) => `${subject} ${turned(verb)}`,
    )
    .replace(beforeSubject, `$1 ${subject}`)
    .replace(/\b(?:yours?|my|mine)\b/giu, owner)
    .replace(/^you\b|\bI\b/giu, subject)
    .replace(/\b(?:you|yourself|me|myself)\b/giu, object);
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
}
