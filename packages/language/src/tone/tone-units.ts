import type { PersonaDocument } from '@personate/contracts';
import { detectLanguage, homeLanguage } from '../detect-language.ts';
import { splitSentences, wordsOf } from '../extractive/split-sentences.ts';

export interface ToneUnit {
  text: string;
  group: string;
}

/** About what is said at a time: a text is scored best by texts of its length. */
const wanted = { fewestWords: 8, mostWords: 32 };

/** A text as pieces of a sentence or a few, each about as long as what is said at a time. */
export function toneUnits(text: string, group: string, language: string): ToneUnit[] {
  const units: ToneUnit[] = [];
  let open = '';
  for (const sentence of text.split(/\n\s*\n/u).flatMap((part) => splitSentences(part, language))) {
    const longer = open === '' ? sentence : `${open} ${sentence}`;
    if (open !== '' && wordsOf(longer).length > wanted.mostWords) {
      units.push({ text: open, group });
      open = sentence;
    } else open = longer;
    if (wordsOf(open).length >= wanted.fewestWords) {
      units.push({ text: open, group });
      open = '';
    }
  }
  // What is left is too short to tell anything by, unless it is all.
  if (open !== '' && (units.length === 0 || wordsOf(open).length >= wanted.fewestWords))
    units.push({ text: open, group });
  return units.filter((unit) => wordsOf(unit.text).length > 2);
}

/** What its modules say in its own words: lines and typical responses in the language that it speaks by itself. */
export function moduleUnits(document: PersonaDocument): ToneUnit[] {
  const home = homeLanguage(document);
  const { persona, knowledgeLimits } = document;
  const { typicalResponses, voice } = persona;
  const said = [
    ...typicalResponses.slice(0, mostResponses).map(({ response }) => response),
    ...Object.entries(knowledgeLimits.smallTalk)
      .filter(([key]) => !key.includes(':') || key.endsWith(`:${home}`))
      .flatMap(([, lines]) => lines),
    ...knowledgeLimits.declines,
    ...voice.greetings,
  ].filter((line) => !/\{\w+\}/u.test(line));
  return [...new Set(said)]
    .filter((line) => detectLanguage(line, voice.languages) === home)
    .flatMap((line) => toneUnits(line, `line:${line}`, home));
}

const mostResponses = 400;
