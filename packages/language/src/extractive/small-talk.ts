import type { PersonaDocument } from '@personate/contracts';
import type { ChatMessage, Occasion } from '../speaker.ts';
import { homeLanguage } from '../detect-language.ts';
import { isPlain, takesOwnLine } from '../dial/dial.ts';
import { inHabit } from '../dial/in-habit.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { foreignLinesOf } from './phrases/foreign-lines.ts';
import { hasPhrases, phrasesOf } from './phrases/phrases.ts';

interface Asked {
  persona: PersonaDocument;
  question: string;
  language: string;
  history: readonly ChatMessage[];
  formal?: boolean;
  style: number;
}

/** The persona's own line for the occasion in the question's language, or one that is built in. */
export function speakSmallTalk(asked: Asked, occasion: Occasion): string {
  const { persona, language, question, history, style, formal } = asked;
  const seed = turnSeed(question, history);
  const builtIn = phrasesOf(language, formal).smallTalk[occasion];
  // A joke is what was asked for, not the manner of telling it.
  const plain = occasion !== 'joke' && hasPhrases(language) && !takesOwnLine(style, seed);
  const lines = plain ? builtIn : smallTalkLines(asked, occasion);
  const line = chooseLine(fitting(lines, asked, occasion), seed, history) ?? '';
  // Manners have no place beside somebody in need.
  const asItStands = isPlain(style) || lines !== builtIn || occasion === 'in-crisis';
  return asItStands ? line : inHabit(line, persona);
}

function fitting(lines: readonly string[], asked: Asked, occasion: Occasion): readonly string[] {
  if (occasion === 'joke') return untold(lines, asked);
  if (occasion !== 'are-you-real') return lines;
  if (!asksIfMachine(asked.question) && !asksForOne.test(asked.question)) return lines;
  // "You're a robot, right?" – "No, I am an AI.", and no "No" to "Who made you?".
  const affirming = lines.filter((line) => !/^(?:no|nein|nej)(?!\p{L})/iu.test(line));
  return affirming.length > 0 ? affirming : lines;
}

const machine =
  /(?<!\p{L})(?:a\.?i\.?|(?:chat ?)?bot|robot(?:er)?|machine|computer|program(?:me)?|algorithm|language model|synthetic|artificial|ki|maschine|künstlich\p{L}*|maskin|dator|máquina|ordenador|ia|inteligencia artificial)(?!\p{L})/iu;
const human =
  /(?<!\p{L})(?:human|person|real|alive|living|somebody|someone|mensch\p{L}*|echt\p{L}*|lebendig\p{L}*|människa|riktig\p{L}*|human[oa]|persona|viv[oa])(?!\p{L})/iu;

/** No yes or no answers it. */
const asksForOne =
  /^[^\p{L}]*(?:(?:so|and|but|then|well|und|och|y)[, ]+)*(?:who|whom|to whom|what|which|wer|was|wem|mit wem|vem|vad|quién|qué)(?!\p{L})/iu;

const asksIfMachine = (question: string): boolean =>
  machine.test(question) && !human.test(question);

/** Said to somebody who is no "Sie". */
const familiar =
  /(?<!\p{L})(?:du|dir|dich|deine?[nmrs]?|frag|erzähl|komm|sag|hör|schau|tú|tu|tus|te|contigo)(?!\p{L})/iu;

/** The persona's lines of that key where they are in the language; null where it has none. */
export function ownLines(
  persona: PersonaDocument,
  language: string,
  key: string,
  formal = false,
): readonly string[] | null {
  const { smallTalk } = persona.knowledgeLimits;
  const localised = (smallTalk[`${key}:${language}`] ?? []).filter(
    (line) => !formal || !familiar.test(line),
  );
  if (localised.length > 0) return localised;
  const plain = smallTalk[key];
  if (plain === undefined || plain.length === 0) return null;
  const home = homeLanguage(persona);
  return home === language || !hasPhrases(language) ? plain : null;
}

/** A joke is told once, while there is another one. */
function untold(jokes: readonly string[], { history }: Asked): readonly string[] {
  const fresh = jokes.filter((joke) => !history.some(({ content }) => content.includes(joke)));
  return fresh.length > 0 ? fresh : jokes;
}

/** Those of its typical responses that answer a request for a joke. */
function typicalJokes({ persona, language }: Pick<Asked, 'persona' | 'language'>): string[] {
  if (language !== homeLanguage(persona)) return [];
  return persona.persona.typicalResponses
    .filter(({ prompt }) => asksForJoke.test(prompt))
    .map(({ response }) => response);
}

/** Somebody wrote a joke for it, or mined one. */
export function hasOwnJokes(persona: PersonaDocument, language: string): boolean {
  return (
    ownLines(persona, language, 'joke') !== null || typicalJokes({ persona, language }).length > 0
  );
}

const asksForJoke =
  /\b(?:tell|know|got|give|erzähl\p{L}*|berätta|cuéntame)\b.*\b(?:jokes?|funny|witz|skämt|chiste)\b/iu;

function smallTalkLines(asked: Asked, occasion: Occasion): readonly string[] {
  const { persona, language } = asked;
  const localLines = ownLines(persona, language, occasion, asked.formal);
  const jokes = occasion === 'joke' ? typicalJokes(asked) : [];
  const own = jokes.length > 0 ? [...jokes, ...(localLines ?? [])] : localLines;
  const builtIn = phrasesOf(language, asked.formal).smallTalk[occasion];
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
