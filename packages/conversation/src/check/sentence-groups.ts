import { isAbbreviated, wordsOf, type SpokenPart } from '@personate/language';

type Said = Extract<SpokenPart, { type: 'text' | 'cite' }>;

/** A sentence with the citations in it and right after it. */
export interface SentenceGroup {
  text: string;
  cites: number[];
  /** Text and citations as they came. */
  parts: Said[];
}

/** "Yes!" is said with what follows: alone it would affirm what is struck. */
const fewestWords = 3;
/** A model that sets no full stop holds nothing back for ever. */
const mostCharacters = 600;

const ends = /[.!?…。！？]+["'”’»)\]]*(?=\s+\S)|[。！？]["'”’»)\]]*(?=\S)|(?=\s*\n\s*\S)/gu;

/** Takes a stream of text and citations apart into sentences, each as soon as the next one begins. */
export class SentenceGroups {
  #text = '';
  #cites: Array<{ n: number; at: number }> = [];

  push(part: Said): SentenceGroup[] {
    if (part.type === 'cite') {
      this.#cites.push({ n: part.n, at: this.#text.length });
      return [];
    }
    this.#text += part.text;
    const groups: SentenceGroup[] = [];
    for (let next = this.#next(); next !== null; next = this.#next()) groups.push(this.#take(next));
    return groups;
  }

  /** What is left once the stream has ended. */
  end(): SentenceGroup[] {
    return this.#text === '' && this.#cites.length === 0 ? [] : [this.#take(this.#text.length)];
  }

  /** Where the second sentence begins; null while only one is there. */
  #next(): number | null {
    for (const { index, 0: mark } of this.#text.matchAll(ends)) {
      const end = index + mark.length;
      const before = this.#text.slice(0, end);
      if (wordsOf(before).length < fewestWords || goesOn(before)) continue;
      const start = end + (/^\s*/u.exec(this.#text.slice(end))?.[0].length ?? 0);
      if (start < this.#text.length && start > 0) return start;
    }
    if (this.#text.length <= mostCharacters) return null;
    const space = this.#text.lastIndexOf(' ', mostCharacters);
    return space > 0 ? space + 1 : mostCharacters;
  }

  #take(end: number): SentenceGroup {
    const text = this.#text.slice(0, end);
    const cites = this.#cites.filter(({ at }) => at <= end);
    this.#cites = this.#cites
      .filter(({ at }) => at > end)
      .map(({ n, at }) => ({ n, at: at - end }));
    this.#text = this.#text.slice(end);
    const parts: Said[] = [];
    let from = 0;
    for (const { n, at } of cites) {
      if (at > from) parts.push({ type: 'text', text: text.slice(from, at) });
      parts.push({ type: 'cite', n });
      from = Math.max(from, at);
    }
    if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
    return { text, cites: cites.map(({ n }) => n), parts };
  }
}

/** "Dr. Berg", and the 3. of May as some languages write it. */
function goesOn(before: string): boolean {
  return isAbbreviated(before) || /(?:^|\s)\d{1,2}\.$/u.test(before);
}
