import { ownOf } from '@personate/contracts';
import type { SpeakRequest } from '../speaker.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { splitSentences } from './split-sentences.ts';

/** Tells the user what they told: in the second person where the rules can, else in their own words. */
export function speakMemory(request: SpeakRequest): string {
  const phrases = phrasesOf(request.language);
  const seed = turnSeed(request.question, request.history);
  const quotes = [...new Set(request.memories.map(({ quote }) => statement(quote)))].slice(0, 3);
  const frame = chooseLine(phrases.youToldMe, seed, request.history);
  return quotes
    .map((quote, index) => {
      const words = frame === null ? null : toSecondPerson(quote);
      if (words === null || frame === null) return phrases.youSaid(quote);
      if (index > 0) return `${words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`;
      return frame.replace('{words}', () => words);
    })
    .join(' ');
}

/** The words without a greeting before them or a question after them. */
function statement(quote: string): string {
  const told = splitSentences(quote, 'en').filter((sentence) => !sentence.endsWith('?'));
  return (told.length === 0 ? quote : told.join(' '))
    .replace(
      /^(?:(?:hi|hello|hey|by the way|btw|well|so|oh|no|actually|also|and|but|remember(?: that)?|you know|please)[,!]?\s+)+/iu,
      '',
    )
    .replace(/[.!\s]+$/u, '')
    .trim();
}

const swaps: Readonly<Record<string, string>> = {
  i: 'you',
  "i'm": "you're",
  'i’m': 'you’re',
  "i've": "you've",
  'i’ve': 'you’ve',
  "i'd": "you'd",
  'i’d': 'you’d',
  "i'll": "you'll",
  'i’ll': 'you’ll',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  we: 'you',
  "we're": "you're",
  'we’re': 'you’re',
  "we've": "you've",
  'we’ve': 'you’ve',
  us: 'you',
  our: 'your',
  ours: 'yours',
};

/** "I'm allergic to nuts" → "you're allergic to nuts"; null where it speaks to the persona, or in more than one sentence. */
export function toSecondPerson(quote: string): string | null {
  if (/\b(?:you|your|yours|yourself)\b/iu.test(quote) || /[.!?]\s+\p{Lu}/u.test(quote)) return null;
  if (!/\b(?:i|i['’]m|i['’]ve|i['’]d|my|we|our|me)\b/iu.test(quote)) return null;
  const spoken = quote
    .replace(/\bI was\b/gu, 'you were')
    .replace(/\bI wasn['’]t\b/gu, 'you weren’t')
    .replace(/\bwas I\b/gu, 'were you')
    .replace(/[\p{L}]+(?:['’][\p{L}]+)?/gu, (word) => ownOf(swaps, word.toLowerCase()) ?? word);
  const first = /^[\p{L}'’]+/u.exec(quote)?.[0] ?? '';
  const lowered =
    ownOf(swaps, first.toLowerCase()) !== undefined ||
    /^(?:The|A|An|In|On|At|It|This)$/u.test(first);
  return lowered ? spoken.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : spoken;
}
