import type { SpeakRequest } from '../speaker.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import type { Span } from './build-spans.ts';
import { askedWords } from './follow-up/asked-words.ts';
import { kinTerms } from './follow-up/everyday-kin.ts';
import { holdsMeasure, measureOf, numberWords } from './follow-up/measures.ts';
import { secondQuestion, type Relevance } from './judge-sentences.ts';
import { namesAskedOf } from './names-asked.ts';
import { firstPerson, ofPersona } from './of-persona.ts';

export type Seeking = Pick<SpeakRequest, 'question' | 'language' | 'persona' | 'goesOn'>;

/** "What was your boat called?", "the name of your boat": nothing but a name answers. */
export const asksForName =
  /(?<!\p{L})(?:what (?:is|are|was|were) (?:your|the) (?:\p{L}+ ){1,4}(?:called|named)|names? of (?:your|the))(?!\p{L})/iu;

/** What of that which a question seeks a span begins with. */
export interface Fit {
  /** Something of the sort, or in the measure, that is asked for. */
  typed: boolean;
  /** It has the verb by which somebody is asked for. */
  did: boolean;
  /** Share of the question's own words (no names), each in any of its usual forms; what was done counts twice. */
  words: number;
  /** How many of the question's names its text holds. */
  named: number;
}

/** "Which of your films is the best?" */
const superlative =
  /(?<!\p{L})(?:which|what|who)(?!\p{L}).*(?<!\p{L})(?<most>best|worst|(?:bigg|larg|long|short|hard|fast|slow|old|young|great|small|happi|funni|earli|tall|high|strong|cheap|lat)est)(?!\p{L})/iu;
/** "Who directed it?" */
const deed = /^(?:(?:and|but|so) )?who (?<verb>\p{Ll}{3,})(?!\p{L})/iu;
/** "How old were you when …" is answered by an age, not by "born". */
const ownAge =
  /(?<!\p{L})(?:years? (?:old|of age)|aged|at the age of|(?:older|younger) than)(?!\p{L})/iu;
/** "What is it called?": what says so goes before what merely has a name in it. */
const naming =
  /(?<!\p{L})(?:called|named|titled|known as|names?(?: of)?|heißt|hieß\p{L}*|nannte\p{L}*|heter|hette|kallas|kallade\p{L}*|llama\p{L}*) (?:[\p{L}’'-]+ ){0,4}?["“„«‘]?\p{Lu}/u;
const namedThing =
  /(?<!\p{L})(?:(?:is|are|was|were) (?:your|the|his|her|its) (?:\p{L}+ ){0,3}?(?<called>\p{L}+) (?:called|named)|names? of (?:the|your|his|her|its) (?<of>\p{Ll}+))(?!\p{L})/iu;
/** "Who directed Night Ferry?": a verb and the name of what it was done to, and no more. */
const deedTo =
  /^(?:(?:and|but|so) )?who \p{Ll}{3,}ed (?<name>(?:the )?\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+)+)[\s?!.]*$/u;

/** What somebody is asked for who did something to it, by its name of several words; null for any other question. */
export function deedToWhat(question: string): string | null {
  const plain = question.trim().replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return deedTo.exec(plain)?.groups?.['name']?.replace(/^the /u, '') ?? null;
}

const counted = /(?<!\p{L})how many (?<what>\p{L}+)/iu;

/** null where the question asks for nothing in particular. */
export function soughtBy(
  asked: Seeking,
  { analyse }: Pick<Relevance, 'analyse'>,
): ((span: Span) => Fit) | null {
  const { language } = asked;
  const question = asked.question.split(secondQuestion)[0] ?? asked.question;
  const names = namesAskedOf(asked);
  const holds = sortOf(question, language, names);
  if (holds === null) return null;
  const verb = deed.exec(question)?.groups?.['verb']?.toLowerCase();
  const ways = askedWords(question, language, names).map((word) => ({
    terms: kinTerms(word, language, analyse),
    weight: word === verb ? 2 : 1,
  }));
  // "How much did you earn?": what a film earned is no answer.
  const ofThem = language === 'en' && ofPersona.test(question);
  const all = ways.reduce((sum, { weight }) => sum + weight, ofThem ? 1 : 0);
  return ({ originals, sentences, evidence, language: own }) => {
    const [original = '', spoken = original] = [originals[0], sentences[0]];
    const terms = new Set([...analyse(original, own), ...analyse(spoken, own)]);
    const held = ways
      .filter((way) => way.terms.some((term) => terms.has(term)))
      .reduce((sum, { weight }) => sum + weight, ofThem && firstPerson.test(spoken) ? 1 : 0);
    const around = `${evidence.title ?? ''} ${evidence.text}`.toLowerCase();
    return {
      typed: holds(spoken),
      did: ways.some((way) => way.weight > 1 && way.terms.some((term) => terms.has(term))),
      words: all === 0 ? 0 : held / all,
      named: names.filter((name) => around.includes(name)).length,
    };
  };
}

function sortOf(
  question: string,
  language: string,
  names: readonly string[],
): ((sentence: string) => boolean) | null {
  const measure = measureOf(question);
  const what = counted.exec(question)?.groups?.['what'];
  if (measure === 'count' && what !== undefined && language === 'en') {
    // "How many decibels?": so many of them, not of anything else.
    const stem = what.replace(/(?:ies|es|s)$/u, '').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const pattern = new RegExp(
      `(?<!\\p{L})(?:[\\d.,]+|${numberWords}|no|both)[ -](?:[\\p{L}-]+ ){0,2}?${stem}\\p{L}{0,3}(?!\\p{L})`,
      'iu',
    );
    return (sentence) => pattern.test(sentence);
  }
  if (measure === 'age' && language === 'en' && /(?<!\p{L})you(?!\p{L})/iu.test(question))
    return (sentence) => ownAge.test(sentence);
  if (measure !== null) return (sentence) => holdsMeasure(sentence, measure);
  const most = language === 'en' ? superlative.exec(question)?.groups?.['most'] : undefined;
  if (most !== undefined) {
    const pattern = new RegExp(`(?<!\\p{L})${most}(?!\\p{L})`, 'iu');
    return (sentence) => pattern.test(sentence);
  }
  const type = answerTypeOf(question);
  if (type === null || type === 'reason') return null;
  if (type === 'name') return namingOf(question);
  const kin = question.toLowerCase().match(/(?<=your )\p{Ll}+(?=[\s?!.…]*$)/u)?.[0];
  return (sentence) => holdsAnswerType(unnamed(sentence, names, kin), type);
}

/** "My first memoir, The Long Quay", "the ship Florida": so that is called as well. */
function namingOf(question: string): (sentence: string) => boolean {
  const groups = namedThing.exec(question)?.groups;
  const noun = groups?.['called'] ?? groups?.['of'];
  if (noun === undefined) return (sentence) => naming.test(sentence);
  const apposed = new RegExp(`(?<!\\p{L})${noun},? (?:[“"„«‘]|(?!I(?!\\p{L}))\\p{Lu}\\p{L})`, 'u');
  const own = new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu');
  // Of "the name of the ship" a sentence that names something else says nothing.
  const ofIt = groups?.['of'] === undefined ? /(?:)/u : own;
  return (sentence) => apposed.test(sentence) || (naming.test(sentence) && ofIt.test(sentence));
}

/** Whoever is named in the question is no answer to "who" or "where". */
function unnamed(sentence: string, names: readonly string[], kin: string | undefined): string {
  const without = kin === undefined ? sentence : sentence.replaceAll(` ${kin}`, ' ');
  return without.replace(/\p{Lu}[\p{L}’'-]+/gu, (word, at: number) =>
    at > 0 && names.includes(word.toLowerCase().replace(/['’]s$/u, '')) ? word.toLowerCase() : word,
  );
}
