import {
  baseLanguage,
  subjectOf,
  toFirstPerson,
  wordsOf,
  type SpeakRequest,
} from '@personate/language';

/** Of a sentence's words in a record of others on the persona: then it is theirs, copied. */
const copied = 0.8;
const fewestWords = 5;

/** A sentence that a model copied from what others wrote about the persona, as the persona says it. */
export function tellAsSelf(
  text: string,
  { evidence, language, persona }: Pick<SpeakRequest, 'evidence' | 'language' | 'persona'>,
): string {
  if (baseLanguage(language) !== 'en') return text;
  const sentence = text.trim();
  const words = folded(sentence);
  if (words.length < fewestWords) return text;
  const record = evidence.find(({ stance, text: passage }) => {
    if (stance !== 'about') return false;
    const held = new Set(folded(passage));
    return words.filter((word) => held.has(word)).length >= copied * words.length;
  });
  if (record === undefined) return text;
  const told = toFirstPerson(sentence, subjectOf(persona, record.text));
  return told === null ? text : text.replace(sentence, () => told);
}

const folded = (text: string): string[] => wordsOf(text).map((word) => word.toLowerCase());
