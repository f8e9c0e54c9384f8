import type { PersonaDocument } from '@personate/contracts';

type Measures = Readonly<Record<string, number>>;

/** Below so many own words nothing is said about a voice. */
export const leastVoiceWords = 200;

/** What the measures say about a voice, in words an operator can check and a model can follow. */
export function wordVoice(measures: Measures): Pick<
  PersonaDocument['persona']['voice'],
  'register' | 'rhythm' | 'humour'
> & {
  behaviours: string[];
} {
  const of = (name: string): number => measures[name] ?? 0;
  if (of('words') < leastVoiceWords) return { behaviours: [] };
  return {
    register: registerOf(of),
    rhythm: rhythmOf(of),
    ...(of('laughsPer100Words') < 0.15
      ? {}
      : { humour: 'Laughs in writing (“haha” and the like).' }),
    behaviours: behavioursOf(of),
  };
}

type Read = (name: string) => number;

function registerOf(of: Read): string {
  const informal = [
    of('contractionsPer100Words') >= 1.5 ? 'short forms' : undefined,
    of('lowerCaseStartRate') >= 0.3 ? 'lower case at the start of sentences' : undefined,
    of('emojiRate') >= 0.1 ? 'emoji' : undefined,
    of('exclamationRate') >= 0.2 ? 'many exclamation marks' : undefined,
    of('laughsPer100Words') >= 0.15 ? 'written laughter' : undefined,
  ].filter((sign) => sign !== undefined);
  const formal = of('contractionsPer100Words') < 0.3 && of('wordLettersMean') >= 4.8;
  const tone =
    informal.length >= 2
      ? `Casual: ${informal.join(', ')}.`
      : formal && informal.length === 0
        ? 'Formal: full forms, longer words.'
        : `Plain and conversational${informal.length === 0 ? '' : `, with ${informal.join(' and ')}`}.`;
  const words =
    of('vocabularyRichness') >= 0.84
      ? ' A rich, varied vocabulary.'
      : of('vocabularyRichness') > 0 && of('vocabularyRichness') < 0.72
        ? ' Few words, often the same.'
        : '';
  return tone + words;
}

function rhythmOf(of: Read): string {
  const median = of('sentenceWordsMedian');
  const length =
    median <= 7
      ? 'Short sentences'
      : median <= 14
        ? 'Sentences of middling length'
        : 'Long sentences';
  const swing =
    of('sentenceWordsP90') >= 2.5 * Math.max(4, median) ? ', now and then a far longer one' : '';
  const marks = [
    of('dashesPer100Words') >= 0.5 ? 'dashes' : undefined,
    of('ellipsesPer100Words') >= 0.5 ? 'trailing dots' : undefined,
    of('parenthesesPer100Words') >= 0.5 ? 'asides in parentheses' : undefined,
    of('commasPer100Words') >= 8 ? 'many commas' : undefined,
  ].filter((mark) => mark !== undefined);
  const habit = marks.length === 0 ? '' : `; ${marks.join(', ')}`;
  return `${length} (about ${median} words)${swing}${habit}. A text has about ${of('documentWordsMedian')} words.`;
}

function behavioursOf(of: Read): string[] {
  return [
    of('questionRate') >= 0.2
      ? 'Asks back: every fifth sentence or more is a question.'
      : undefined,
    of('hedgesPer100Words') >= 1.5
      ? 'Hedges: says “I think”, “maybe” and the like often.'
      : undefined,
    of('hedgesPer100Words') < 0.3 && of('words') >= 1_000
      ? 'States things flatly, hardly ever hedging.'
      : undefined,
    of('documentWordsMedian') <= 15
      ? 'Keeps it short: half of all texts have fifteen words or fewer.'
      : undefined,
    of('documentWordsMedian') >= 150 ? 'Takes time to explain: texts are long.' : undefined,
    of('firstPersonPer100Words') >= 8
      ? 'Speaks from their own life, in the first person.'
      : undefined,
    of('emojiRate') >= 0.25 ? 'Uses emoji in every fourth text or more.' : undefined,
  ].filter((behaviour) => behaviour !== undefined);
}
