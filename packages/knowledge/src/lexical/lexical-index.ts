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
  readonly #terms = new Map<string, Postings>();
  /** Of each slot its terms with their frequencies; undefined for a slot that is dead. */
  #documents: Array<Map<string, number> | undefined> = [];
  #lengths = new Float64Array(1024);
  #scores = new Float64Array(1024);
  #totalLength = 0;
  #alive = 0;

  /** @throws Error when the slot is in use. */
  add(slot: number, terms: readonly string[]): void {
    if (this.#documents[slot] !== undefined) throw new Error(`slot ${slot} is in use`);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) append(this.#postings(term), slot, count);
    if (slot >= this.#lengths.length) {
      this.#lengths = grown(this.#lengths, slot + 1);
      this.#scores = new Float64Array(this.#lengths.length);
    }
    this.#documents[slot] = counts;
    this.#lengths[slot] = terms.length;
    this.#totalLength += terms.length;
    this.#alive += 1;
  }

  remove(slot: number): void {
    const counts = this.#documents[slot];
    if (counts === undefined) return;
    for (const term of counts.keys()) {
      const postings = this.#postings(term);
      postings.frequency -= 1;
      if (postings.frequency === 0) this.#terms.delete(term);
    }
    this.#documents[slot] = undefined;
    this.#totalLength -= this.#lengths[slot] ?? 0;
    this.#alive -= 1;
  }

  get averageLength(): number {
    return this.#alive === 0 ? 0 : this.#totalLength / this.#alive;
  }

  /** Living slots that hold the term. */
  frequency(term: string): number {
    return this.#terms.get(term)?.frequency ?? 0;
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
      const postings = weight > 0 ? this.#terms.get(term) : undefined;
      if (postings === undefined) continue;
      const { entries, used } = postings;
      for (let i = 0; i < used; i += 2) {
        const slot = entries[i] as number;
        if (this.#documents[slot] === undefined) continue;
        const before = scores[slot] as number;
        if (before === 0) touched.push(slot);
        scores[slot] =
          before +
          weight * saturation(entries[i + 1] as number, this.#lengths[slot] as number, average);
      }
    }
    const top = new TopK(limit);
    for (const slot of touched) {
      if (visible(slot)) top.offer(slot, scores[slot] as number);
      scores[slot] = 0;
    }
    return top.slots();
  }

  /** BM25 of one slot for the weighted terms. */
  score(slot: number, terms: ReadonlyMap<string, number>): number {
    const counts = this.#documents[slot];
    if (counts === undefined) return 0;
    const length = this.#lengths[slot] ?? 0;
    let score = 0;
    for (const [term, weight] of terms) {
      const count = counts.get(term);
      if (count !== undefined) score += weight * saturation(count, length, this.averageLength);
    }
    return score;
  }

  #postings(term: string): Postings {
    let postings = this.#terms.get(term);
    if (postings === undefined) {
      postings = { entries: new Int32Array(2), used: 0, frequency: 0 };
      this.#terms.set(term, postings);
    }
    return postings;
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

function grown(old: Float64Array, least: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(Math.max(least, old.length * 2));
  next.set(old);
  return next;
}
