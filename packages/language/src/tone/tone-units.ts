import type { PersonaDocument } from '@personate/contracts';
import { detectLanguage, homeLanguage } from '../detect-language.ts';
import { splitSentences, wordsOf } from '../extractive/split-sentences.ts';

export interface ToneUnit {
  text: string;
  group: string;
  /** See `ToneText`. */
  unmeasured?: boolean;
}

/** About what is said at a time; shorter ones than `leastTold` tell nothing, and are left out. */
const wanted = { fewestWords: 8, mostWords: 32, leastTold: 7 };

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
  if (open !== '') units.push({ text: open, group });
  return units.filter((unit) => wordsOf(unit.text).length >= wanted.leastTold);
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
  // Short as they are, nothing is more its own.
  const phrases = [...voice.openings, ...voice.closings].map((phrase) => ({
    text: phrase.trim(),
    group: `line:${phrase}`,
    unmeasured: true,
  }));
  return [...new Set(said)]
    .filter((line) => detectLanguage(line, voice.languages) === home)
    .flatMap((line) => toneUnits(line, `line:${line}`, home))
    .concat(phrases);
}

const mostResponses = 400;
