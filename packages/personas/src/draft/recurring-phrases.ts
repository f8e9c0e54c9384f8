import { splitSentences, splitWords } from '../words/split-words.ts';
import type { VoiceLexicon } from './voice-lexicon.ts';
import { voiceLexicon } from './voice-lexicon.ts';
import { foldWord } from '../words/fold-word.ts';

const leastUses = 3;
const mostOfEach = 8;
const mostKept = 5_000;

export interface Phrase {
  /** As it is written most often. */
  text: string;
  uses: number;
  /** External ids, the first few in order. */
  evidence: string[];
}

/** Lead-ins, greetings and last sentences that come again; only those used three times count. */
export class RecurringPhrases {
  readonly #openings = new PhraseTally();
  readonly #greetings = new PhraseTally();
  readonly #closings = new PhraseTally();

  add(text: string, language: string, externalId: string): void {
    const lexicon = voiceLexicon(language);
    const sentences = splitSentences(text, language);
    if (lexicon !== undefined) {
      // One use a document and phrase: a habit shows over documents.
      const openings = new Set(sentences.map((sentence) => leadIn(sentence, lexicon)));
      for (const opening of openings) if (opening) this.#openings.add(opening, externalId);
      const greeting = greetingOf(sentences[0] ?? '', lexicon);
      if (greeting !== undefined) this.#greetings.add(greeting, externalId);
    }
    const last = sentences.length > 1 ? closing(sentences.at(-1) ?? '', language) : undefined;
    if (last !== undefined) this.#closings.add(last, externalId);
  }

  openings(): Phrase[] {
    return this.#openings.common();
  }

  greetings(): Phrase[] {
    return this.#greetings.common();
  }

  closings(): Phrase[] {
    return this.#closings.common();
  }
}

/** "Well, the lake was calm." → "Well," */
function leadIn(sentence: string, lexicon: VoiceLexicon): string | undefined {
  const lead = /^([\p{L}'’ ]{1,24}?)\s*(,|…|\.\.\.)\s/u.exec(sentence);
  const words = lead?.[1]?.trim();
  if (words === undefined || !lexicon.openings.includes(foldWord(words))) return undefined;
  const mark = lead?.[2] === '...' ? '…' : (lead?.[2] ?? ',');
  return `${capital(words)}${mark}`;
}

function greetingOf(sentence: string, lexicon: VoiceLexicon): string | undefined {
  const start = foldWord(sentence);
  const greeting = lexicon.greetings
    .filter(
      (phrase) => start.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(start.slice(phrase.length)),
    )
    .toSorted((a, b) => b.length - a.length)[0];
  return greeting === undefined ? undefined : capital(sentence.slice(0, greeting.length));
}

/** A short sentence that ends a text: letters and ending sign, no numbers, no question. */
function closing(sentence: string, language: string): string | undefined {
  const words = splitWords(sentence, language).length;
  if (words === 0 || words > 4 || sentence.length > 40) return undefined;
  return /^\p{L}[\p{L}'’, -]*[.!…]?$/u.test(sentence) ? capital(sentence) : undefined;
}

function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

class PhraseTally {
  readonly #phrases = new Map<
    string,
    { forms: Map<string, number>; ids: string[]; uses: number }
  >();

  add(text: string, externalId: string): void {
    const key = foldWord(text)
      .replaceAll(/[^\p{L}]+/gu, ' ')
      .trim();
    let phrase = this.#phrases.get(key);
    if (phrase === undefined) {
      if (this.#phrases.size >= mostKept) return;
      phrase = { forms: new Map(), ids: [], uses: 0 };
      this.#phrases.set(key, phrase);
    }
    phrase.uses += 1;
    phrase.forms.set(text, (phrase.forms.get(text) ?? 0) + 1);
    phrase.ids = [...phrase.ids, externalId].toSorted().slice(0, 5);
  }

  common(): Phrase[] {
    return [...this.#phrases.values()]
      .filter(({ uses }) => uses >= leastUses)
      .map(({ forms, ids, uses }) => ({
        text: [...forms].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '',
        uses,
        evidence: ids,
      }))
      .toSorted((a, b) => b.uses - a.uses || (a.text < b.text ? -1 : 1))
      .slice(0, mostOfEach);
  }
}
