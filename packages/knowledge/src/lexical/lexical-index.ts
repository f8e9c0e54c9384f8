import { TopK } from '../index/top-k.ts';

/** Robertson's saturation and length normalisation, with the values of the BM25 literature. */
const k1 = 1.2;
const b = 0.75;

interface Postings {
  /** Slot and frequency, in turn. */
  entries: Int32Array;
  used: number;
  /** Living entries. */
  frequency: number;
}

/**
 * BM25 in process over numbered slots. Weights of terms come with the query, so that one index serves every
 * way of weighing. A slot once removed is not used again; the owner rebuilds when too many are dead.
 */
export class LexicalIndex {
  /** Terms by number, and back. */
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #postings: Array<Postings | undefined> = [];
  /** What each slot holds: numbers of its terms and their frequencies, in turn, from its start on. */
  #held = new Int32Array(4096);
  #used = 0;
  #starts = new Int32Array(1024);
  /** Different terms of each slot; -1 for one that is dead. */
  #distinct = new Int32Array(1024).fill(-1);
  #lengths = new Float64Array(1024);
  #scores = new Float64Array(1024);
  #totalLength = 0;
  #alive = 0;

  /** @throws Error when the slot is in use. */
  add(slot: number, terms: readonly string[]): void {
    if (this.#isAlive(slot)) throw new Error(`slot ${slot} is in use`);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    this.#makeRoom(slot, counts.size);
    this.#starts[slot] = this.#used;
    this.#distinct[slot] = counts.size;
    for (const [term, count] of counts) {
      const number = this.#number(term);
      append(this.#postings[number] as Postings, slot, count);
      this.#held[this.#used++] = number;
      this.#held[this.#used++] = count;
    }
    this.#lengths[slot] = terms.length;
    this.#totalLength += terms.length;
    this.#alive += 1;
  }

  remove(slot: number): void {
    if (!this.#isAlive(slot)) return;
    const start = this.#starts[slot] as number;
    const end = start + 2 * (this.#distinct[slot] as number);
    for (let i = start; i < end; i += 2) {
      const number = this.#held[i] as number;
      const postings = this.#postings[number] as Postings;
      postings.frequency -= 1;
      if (postings.frequency > 0) continue;
      this.#numbers.delete(this.#names[number] as string);
      this.#postings[number] = undefined;
    }
    this.#distinct[slot] = -1;
    this.#totalLength -= this.#lengths[slot] as number;
    this.#alive -= 1;
  }

  /** Terms of a slot, as often as it holds them, in no order. */
  terms(slot: number): string[] {
    const terms: string[] = [];
    if (!this.#isAlive(slot)) return terms;
    const start = this.#starts[slot] as number;
    const end = start + 2 * (this.#distinct[slot] as number);
    for (let i = start; i < end; i += 2)
      for (let count = this.#held[i + 1] as number; count > 0; count--)
        terms.push(this.#names[this.#held[i] as number] as string);
    return terms;
  }

  get averageLength(): number {
    return this.#alive === 0 ? 0 : this.#totalLength / this.#alive;
  }

  /** Living slots that hold the term. */
  frequency(term: string): number {
    return this.#postings[this.#numbers.get(term) ?? -1]?.frequency ?? 0;
  }

  /** The best slots for the weighted terms, best first; only slots that hold one of them. */
  search(
    terms: ReadonlyMap<string, number>,
    limit: number,
    visible: (slot: number) => boolean,
  ): number[] {
    const average = this.averageLength;
    const scores = this.#scores;
    const touched: number[] = [];
    for (const [term, weight] of terms) {
      const postings = weight > 0 ? this.#postings[this.#numbers.get(term) ?? -1] : undefined;
      if (postings === undefined) continue;
      const { entries, used } = postings;
      for (let i = 0; i < used; i += 2) {
        const slot = entries[i] as number;
        if ((this.#distinct[slot] as number) < 0) continue;
        const before = scores[slot] as number;
        if (before === 0) touched.push(slot);
        scores[slot] =
          before +
          weight * saturation(entries[i + 1] as number, this.#lengths[slot] as number, average);
      }
    }
    const top = new TopK(limit);
    for (const slot of touched) {
      const score = scores[slot] as number;
      if (top.takes(score) && visible(slot)) top.offer(slot, score);
      scores[slot] = 0;
    }
    return top.slots();
  }

  /** BM25 of single slots for the weighted terms. */
  scorer(terms: ReadonlyMap<string, number>): (slot: number) => number {
    const weights = new Map<number, number>();
    for (const [term, weight] of terms) {
      const number = this.#numbers.get(term);
      if (number !== undefined) weights.set(number, weight);
    }
    const average = this.averageLength;
    return (slot) => {
      if (weights.size === 0 || !this.#isAlive(slot)) return 0;
      const length = this.#lengths[slot] as number;
      const start = this.#starts[slot] as number;
      const end = start + 2 * (this.#distinct[slot] as number);
      let score = 0;
      for (let i = start; i < end; i += 2) {
        const weight = weights.get(this.#held[i] as number);
        if (weight !== undefined)
          score += weight * saturation(this.#held[i + 1] as number, length, average);
      }
      return score;
    };
  }

  #isAlive(slot: number): boolean {
    return (this.#distinct[slot] ?? -1) >= 0;
  }

  #number(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#names.length;
      this.#numbers.set(term, number);
      this.#names.push(term);
      this.#postings.push({ entries: new Int32Array(2), used: 0, frequency: 0 });
    }
    return number;
  }

  #makeRoom(slot: number, terms: number): void {
    if (slot >= this.#lengths.length) {
      const slots = Math.max(slot + 1, this.#lengths.length * 2);
      const distinct = new Int32Array(slots).fill(-1);
      distinct.set(this.#distinct);
      this.#distinct = distinct;
      this.#starts = copied(this.#starts, new Int32Array(slots));
      this.#lengths = copied(this.#lengths, new Float64Array(slots));
      this.#scores = new Float64Array(slots);
    }
    const wanted = this.#used + 2 * terms;
    if (wanted > this.#held.length)
      this.#held = copied(this.#held, new Int32Array(Math.max(wanted, this.#held.length * 2)));
  }
}

/** How much a term that occurs so often in a text of this length counts, before its weight. */
export function saturation(count: number, length: number, averageLength: number): number {
  const relative = averageLength > 0 ? length / averageLength : 1;
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * relative));
}

function append(postings: Postings, slot: number, count: number): void {
  if (postings.used + 2 > postings.entries.length) {
    const entries = new Int32Array(postings.entries.length * 2);
    entries.set(postings.entries);
    postings.entries = entries;
  }
  postings.entries[postings.used++] = slot;
  postings.entries[postings.used++] = count;
  postings.frequency += 1;
}

function copied<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
