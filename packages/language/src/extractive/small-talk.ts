import type { PersonaDocument } from '@personate/contracts';
import type { ChatMessage, Occasion } from '../speaker.ts';
import { baseLanguage } from '../detect-language.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { foreignLinesOf } from './phrases/foreign-lines.ts';
import { hasPhrases, phrasesOf } from './phrases/phrases.ts';

interface Asked {
  persona: PersonaDocument;
  question: string;
  language: string;
  history: readonly ChatMessage[];
}

/** The persona's own line for the occasion in the question's language, or one that is built in. */
export function speakSmallTalk(asked: Asked, occasion: Occasion): string {
  const lines = smallTalkLines(asked.persona, asked.language, occasion);
  const seed = turnSeed(asked.question, asked.history);
  return chooseLine(lines, seed, asked.history) ?? '';
}

/** The persona's lines of that key where they are in the language; null where it has none. */
export function ownLines(
  persona: PersonaDocument,
  language: string,
  key: string,
): readonly string[] | null {
  const { smallTalk } = persona.knowledgeLimits;
  const localised = smallTalk[`${key}:${language}`];
  if (localised !== undefined && localised.length > 0) return localised;
  const plain = smallTalk[key];
  if (plain === undefined || plain.length === 0) return null;
  const home = baseLanguage(persona.persona.voice.languages[0] ?? 'en');
  return home === language || !hasPhrases(language) ? plain : null;
}

function smallTalkLines(
  persona: PersonaDocument,
  language: string,
  occasion: Occasion,
): readonly string[] {
  const own = ownLines(persona, language, occasion);
  const builtIn = phrasesOf(language).smallTalk[occasion];
  const foreign = foreignLinesOf(language);
  const localised = persona.knowledgeLimits.smallTalk[`${occasion}:${language}`] ?? [];
  if (occasion === 'are-you-real' && foreign !== null && !localised.some(saysSynthetic)) {
    return [foreign.synthetic];
  }
  if (own === null) return builtIn;
  if (occasion !== 'are-you-real') return own;
  // Whoever asks is told plainly, however coy the persona's own lines are.
  const plain = own.filter((line) => saysSynthetic(line));
  return plain.length > 0 ? plain : builtIn;
}

const synthetic =
  /\b(?:synthetic|artificial|AI|A\.I\.|machine|program(?:me)?|computer|software|simulation|model|not (?:a )?(?:real|living|human)|synthetisch\p{L}*|künstlich\p{L}*|KI|maschine|programm|syntetisk\p{L}*|artificiell\p{L}*|maskin|sintétic\p{L}*|artificial|IA|máquina|programa)(?!\p{L})/iu;

export function saysSynthetic(line: string): boolean {
  return synthetic.test(line);
}
