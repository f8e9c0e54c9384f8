import { splitSentences, wordsOf } from '../extractive/split-sentences.ts';

/** What authors are told apart by, whatever they write about (Mosteller and Wallace 1963). */
const functionWords =
  'a about after all also although an and any are as at be because been before but by can could did do does for from had has have he her here his how i if in into is it its just like me more most must my never no not now of off on once one only or other our out over quite rather say she should so some such than that the their them then there these they this to too up upon us very was we well were what when where which while who will with would yet you your'.split(
    ' ',
  );
const places = new Map(functionWords.map((word, place) => [word, place]));

const signs: readonly RegExp[] = [
  /,/gu,
  /;/gu,
  /:/gu,
  /[–—]|\s-\s/gu,
  /[()]/gu,
  /!/gu,
  /\?/gu,
  /…|\.\.\./gu,
  /["“”«»„]/gu,
  /\d+/gu,
  // Short forms, names, shouting, tags, hedges.
  /\p{L}['’](?:s|t|m|d|ll|ve|re)(?!\p{L})/giu,
  /\p{Extended_Pictographic}/gu,
  /(?<=\p{Ll}[,;]?\s)\p{Lu}/gu,
  /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu,
  /[#@]\p{L}/gu,
  /\b(?:perhaps|maybe|probably|i think|i guess|sort of|kind of|somewhat)\b/giu,
];

/**
 * How a text is written, as numbers: lengths, marks and function words, as shares of its words. Letters three by three
 * were tried too, and told the shipped personas apart no better.
 */
export function styleFeatures(text: string, language: string): number[] {
  const words = wordsOf(text);
  const sentences = splitSentences(text, language);
  const count = Math.max(1, words.length);
  const lengths = sentences.map((sentence) => wordsOf(sentence).length);
  const said = Math.max(1, sentences.length);
  return [
    count / said,
    Math.min(...lengths, longest),
    Math.max(...lengths, 0),
    words.reduce((sum, word) => sum + word.length, 0) / count,
    words.filter((word) => word.length > 6).length / count,
    sentences.filter((sentence) => /^["“‘(]?\p{Ll}/u.test(sentence)).length / said,
    ...signs.map((sign) => (text.match(sign)?.length ?? 0) / count),
    ...functionRates(words, count),
  ];
}

const longest = 40;

function functionRates(words: readonly string[], count: number): number[] {
  const counts = functionWords.map(() => 0);
  for (const word of words) {
    const place = places.get(word.toLowerCase());
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((times) => times / count);
}
