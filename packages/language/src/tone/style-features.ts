import { splitSentences, wordsOf } from '../extractive/split-sentences.ts';

/** What authors are told apart by, whatever they write about (Mosteller and Wallace 1963). */
const functionWords =
  'a about after all also although an and any are as at be because been before but by can could did do does for from had has have he her here his how i if in into is it its just like me more most must my never no not now of off on once one only or other our out over quite rather say she should so some such than that the their them then there these they this to too up upon us very was we well were what when where which while who will with would yet you your'.split(
    ' ',
  );
const places = new Map(functionWords.map((word, place) => [word, place]));

const rates: ReadonlyArray<readonly [name: string, sign: RegExp]> = [
  ['commas', /,/gu],
  ['semicolons', /;/gu],
  ['colons', /:/gu],
  ['dashes', /[–—]|\s-\s/gu],
  ['brackets', /[()]/gu],
  ['exclamations', /!/gu],
  ['questions', /\?/gu],
  ['ellipses', /…|\.\.\./gu],
  ['quotes', /["“”«»„]/gu],
  ['digits', /\d+/gu],
  ['contractions', /\p{L}['’](?:s|t|m|d|ll|ve|re)(?!\p{L})/giu],
  ['emoji', /\p{Extended_Pictographic}/gu],
  ['capitals', /(?<=\p{Ll}[,;]?\s)\p{Lu}/gu],
  ['shouting', /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu],
  ['hashtags', /[#@]\p{L}/gu],
  ['hedges', /\b(?:perhaps|maybe|probably|i think|i guess|sort of|kind of|somewhat)\b/giu],
];
const trigramDimensions = 192;

/**
 * How a text is written, as numbers: lengths, punctuation, function words, and its letters three by three (hashed),
 * which hold endings, short forms and punctuation with what stands around it.
 */
export function styleFeatures(text: string, language: string): Float64Array {
  const words = wordsOf(text);
  const sentences = splitSentences(text, language);
  const count = Math.max(1, words.length);
  const lengths = sentences.map((sentence) => wordsOf(sentence).length);
  const measures = [
    count / Math.max(1, sentences.length),
    Math.min(...lengths, 40),
    Math.max(...lengths, 0),
    words.reduce((sum, word) => sum + word.length, 0) / count,
    words.filter((word) => word.length > 6).length / count,
    sentences.filter((sentence) => /^["“‘(]?\p{Ll}/u.test(sentence)).length /
      Math.max(1, sentences.length),
    ...rates.map(([, sign]) => (text.match(sign)?.length ?? 0) / count),
  ];
  return Float64Array.from([...measures, ...functionRates(words), ...trigrams(text)]);
}

function functionRates(words: readonly string[]): number[] {
  const counts = functionWords.map(() => 0);
  for (const word of words) {
    const place = places.get(word.toLowerCase());
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count) => count / Math.max(1, words.length));
}

/** Names and numbers say what it is about, not who writes. */
function trigrams(text: string): number[] {
  const bare = ` ${text
    .replaceAll(/(?<=\p{Ll}[,;]?\s)\p{Lu}[\p{L}'’-]*/gu, '§')
    .replaceAll(/\d+/gu, '0')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()} `;
  const counts = new Array<number>(trigramDimensions).fill(0);
  for (let i = 0; i + 3 <= bare.length; i += 1) {
    const place = hash(bare, i) % trigramDimensions;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const norm = Math.hypot(...counts) || 1;
  return counts.map((count) => count / norm);
}

/** FNV-1a over three units. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < from + 3; i += 1)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
