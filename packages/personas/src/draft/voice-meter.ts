import { splitSentences, splitWords } from '../words/split-words.ts';
import { Histogram } from './histogram.ts';
import { vocabularyRichness } from './vocabulary-richness.ts';
import { voiceLexicon } from './voice-lexicon.ts';
import type { WordTally } from './word-tally.ts';
import { foldWord } from '../words/fold-word.ts';

const laugh = /(?<!\p{L})(?:ha(?:ha)+|he(?:he)+|lol|lmao|rofl|xd)(?!\p{L})|[😂🤣😆]/giu;
const emoji = /\p{Extended_Pictographic}/gu;

const counters = [
  'questions',
  'exclamations',
  'emojiDocuments',
  'lowerStarts',
  'capitals',
  'dashes',
  'ellipses',
  'commas',
  'parentheses',
  'hedges',
  'contractions',
  'firstPerson',
  'laughs',
  'knownWords',
] as const;
type Counter = (typeof counters)[number];

/** Measures how somebody writes; the order of the documents does not matter. */
export class VoiceMeter {
  readonly #sentences = new Histogram(200);
  readonly #documents = new Histogram(5_000);
  readonly #letters = new Histogram(40);
  readonly #count = Object.fromEntries(counters.map((name) => [name, 0])) as Record<
    Counter,
    number
  >;

  /** @param text cleaned of links, mentions and quotations. @param words of it. */
  add(text: string, words: readonly string[], language: string): void {
    if (words.length === 0) return;
    this.#documents.add(words.length);
    for (const word of words) this.#letters.add(word.length);
    this.#sentencesOf(text, language);
    this.#signs(text);
    this.#speech(foldWord(text), language, words.length);
  }

  get words(): number {
    return Math.round(this.#documents.mean * this.#documents.total);
  }

  /** Features by name: rates are shares 0..1 or per 100 words, lengths in words. Empty without words. */
  measures(tally: WordTally): Record<string, number> {
    const words = this.words;
    if (words === 0) return {};
    const count = this.#count;
    const per = (n: number, of: number): number => (of === 0 ? 0 : n / of);
    const richness = vocabularyRichness(tally);
    const measured = {
      documents: this.#documents.total,
      words,
      sentenceWordsMean: this.#sentences.mean,
      sentenceWordsMedian: this.#sentences.quantile(0.5),
      sentenceWordsP90: this.#sentences.quantile(0.9),
      documentWordsMean: this.#documents.mean,
      documentWordsMedian: this.#documents.quantile(0.5),
      wordLettersMean: this.#letters.mean,
      questionRate: per(count.questions, this.#sentences.total),
      exclamationRate: per(count.exclamations, this.#sentences.total),
      lowerCaseStartRate: per(count.lowerStarts, this.#sentences.total),
      emojiRate: per(count.emojiDocuments, this.#documents.total),
      laughsPer100Words: per(100 * count.laughs, words),
      capitalsPer100Words: per(100 * count.capitals, words),
      dashesPer100Words: per(100 * count.dashes, words),
      ellipsesPer100Words: per(100 * count.ellipses, words),
      commasPer100Words: per(100 * count.commas, words),
      parenthesesPer100Words: per(100 * count.parentheses, words),
      ...(count.knownWords === 0
        ? {}
        : {
            hedgesPer100Words: per(100 * count.hedges, count.knownWords),
            contractionsPer100Words: per(100 * count.contractions, count.knownWords),
            firstPersonPer100Words: per(100 * count.firstPerson, count.knownWords),
          }),
      ...(richness === undefined ? {} : { vocabularyRichness: richness }),
    };
    return Object.fromEntries(
      Object.entries(measured).map(([name, value]) => [name, Math.round(value * 1_000) / 1_000]),
    );
  }

  #sentencesOf(text: string, language: string): void {
    for (const sentence of splitSentences(text, language)) {
      const words = splitWords(sentence, language).length;
      if (words === 0) continue;
      this.#sentences.add(words);
      const end = sentence
        .replace(/["'”’»)\]\s]+$/u, '')
        .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\s)+$/u, '')
        .trimEnd();
      if (/[?？][!?]*$/u.test(end)) this.#count.questions += 1;
      else if (/[!！]+$/u.test(end)) this.#count.exclamations += 1;
      if (/^["'“‘«(]*\p{Ll}/u.test(sentence)) this.#count.lowerStarts += 1;
    }
  }

  #signs(text: string): void {
    const count = this.#count;
    if (text.match(emoji) !== null) count.emojiDocuments += 1;
    count.laughs += matches(text, laugh);
    count.capitals += matches(text, /(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu);
    count.dashes += matches(text, /[—–]|(?<=\s)-{1,2}(?=\s)/gu);
    count.ellipses += matches(text, /…|\.{3,}/gu);
    count.commas += matches(text, /,/g);
    count.parentheses += matches(text, /\(/g);
  }

  #speech(folded: string, language: string, words: number): void {
    const lexicon = voiceLexicon(language);
    if (lexicon === undefined) return;
    this.#count.knownWords += words;
    this.#count.hedges += matches(folded, lexicon.hedges);
    this.#count.firstPerson += matches(folded, lexicon.firstPerson);
    if (lexicon.contractions) this.#count.contractions += matches(folded, lexicon.contractions);
  }
}

function matches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
