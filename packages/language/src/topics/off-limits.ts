import type { PersonaDocument } from '@personate/contracts';
import { baseLanguage } from '../detect-language.ts';
import { wordsOf } from '../extractive/split-sentences.ts';

type Analyse = (text: string, language: string) => string[];
/** Whether the text names one of the topics. */
export type Touches = (text: string, language: string) => boolean;

/** Scripts that write no spaces between words: where a word ends there depends on what stands around it. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Finds what the persona must not touch, by topic and keywords, compared by their stems in the text's language and in
 * the persona's; null where it has no such topics.
 */
export function offLimitsOf(
  persona: Pick<PersonaDocument, 'offLimits' | 'persona'>,
  analyse: Analyse,
): Touches | null {
  const named = (persona.offLimits ?? []).flatMap(({ topic, keywords }) => [topic, ...keywords]);
  if (named.length === 0) return null;
  const home = persona.persona.voice.languages.map(baseLanguage);
  const whole = named.filter((word) => unspaced.test(word));
  const runs = new Map<string, string[][]>();
  const runsIn = (language: string): string[][] => {
    const known = runs.get(language) ?? named.map((word) => runOf(word, language, analyse));
    runs.set(language, known);
    return known;
  };
  return (text, language) => {
    if (whole.some((word) => text.includes(word))) return true;
    const words = plainWords(text);
    return [...new Set([language, ...home])].some((one) => {
      const terms = analyse(text, one);
      return runsIn(one).some((run) => holdsRun(terms, run) || holdsRun(words, run));
    });
  };
}

/** Whether these words stand there one behind the other. */
export function holdsRun(terms: readonly string[], run: readonly string[]): boolean {
  if (run.length === 0) return false;
  return terms.some((_, start) => run.every((term, offset) => terms[start + offset] === term));
}

/** A keyword of function words alone is compared as it stands. */
function runOf(word: string, language: string, analyse: Analyse): string[] {
  const terms = analyse(word, language);
  return terms.length > 0 ? terms : plainWords(word);
}

function plainWords(text: string): string[] {
  return wordsOf(text).map((word) => word.toLowerCase());
}
