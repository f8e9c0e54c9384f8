import { ownOf } from '@personate/contracts';
import { countPersons } from '@personate/knowledge';
import { baseLanguage, splitSentences, wordsOf } from '@personate/language';

interface Deps {
  /** Content terms of a text: a word without any is a function word. */
  analyse: (text: string, language: string) => string[];
}

const fewestContentWords = 6;
const mostKept = 3;
const frames: Readonly<Record<string, string>> = {
  en: 'What can you tell me about your',
  de: 'Was kannst du mir erzählen von',
  sv: 'Vad kan du berätta om',
  es: 'Qué me puedes contar de',
  fr: 'Que peux-tu me raconter de',
};

/**
 * A question that the passage answers, without a model: every third content word of its richest sentence, three at
 * most, in the frame of a question to the persona. The others are gone, as they are when somebody asks who never read
 * it. Null where no sentence says enough.
 */
export function questionFrom(deps: Deps, text: string, language: string): string | null {
  let richest: string[] = [];
  for (const sentence of splitSentences(text, language)) {
    if (/[?？]["'”’]*$/u.test(sentence)) continue;
    // What is said to somebody is not about the persona.
    const { first, second } = countPersons(sentence, language);
    if (second > first) continue;
    const words = wordsOf(sentence).filter((word) => deps.analyse(word, language).length > 0);
    if (words.length > richest.length) richest = words;
  }
  if (richest.length < fewestContentWords) return null;
  const kept = richest.filter((_, place) => place % 3 === 1).slice(0, mostKept);
  return `${ownOf(frames, baseLanguage(language)) ?? frames['en']} ${kept.join(', ')}?`;
}
