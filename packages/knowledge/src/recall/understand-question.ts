import { nameParts } from '../embedding/remove-names.ts';
import { analyse } from '../lexical/analyse.ts';
import { detectLanguage } from '../lexical/detect-language.ts';
import { languageOf } from '../lexical/languages.ts';
import { tokenise } from '../lexical/tokenise.ts';
import { asksWhen, isTimeWord, secondPerson } from './question-words.ts';

export interface Understood {
  /** The question, at most its first 2,000 characters. */
  text: string;
  language: string;
  /** Analysed content terms, each once, in order. */
  terms: string[];
  /** Words as tokenised, for looking up authors. */
  words: string[];
  /** Written as names (capitalised within a sentence), as written. */
  names: string[];
  asksWhen: boolean;
  /** "you", "your": the persona itself. */
  addressesSelf: boolean;
}

const longestQuestion = 2000;

/** What can be known of a question without looking at anybody's knowledge. Never throws. */
export function understandQuestion(
  question: string,
  options: { selfNames: readonly string[]; languages?: readonly string[] },
): Understood {
  const text = question
    .slice(0, longestQuestion)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
  const [first = 'en'] = options.languages ?? [];
  const language = detectLanguage(text, {
    fallback: first,
    ...(options.languages === undefined ? {} : { among: options.languages }),
  });
  const words = tokenise(text);
  const self = new Set(options.selfNames.flatMap(nameParts).map((part) => part.toLowerCase()));
  const named = words.some((word) => self.has(word));
  return {
    text,
    language,
    terms: [...new Set(analyse(text, language))],
    words,
    names: properNames(text, language),
    asksWhen: asksWhen(text),
    addressesSelf: named || words.some((word) => secondPerson(word, language)),
  };
}

/**
 * Words that look like names. The first word of a sentence is one only with a possessive or alone; in German,
 * where every noun is capitalised, none can be told.
 */
function properNames(text: string, language: string): string[] {
  if (/^de\b/u.test(language)) return [];
  const stopWords = languageOf(language)?.stopWords;
  const names = new Set<string>();
  for (const sentence of text.split(/(?<=[.!?:;…]["'”’)]{0,3})\s+|\n+/u)) {
    const words = sentence.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
    for (const [i, word] of words.entries()) {
      const bare = word.replace(/['’]s$/u, '');
      const lower = bare.toLowerCase();
      if (!/^\p{Lu}/u.test(bare) || bare.length < 2) continue;
      if (stopWords?.has(lower.replace(/['’].*$/u, '')) === true) continue;
      if (isTimeWord(lower, language)) continue;
      if (i === 0 && bare === word && words.length > 1) continue;
      names.add(bare);
    }
  }
  return [...names];
}
