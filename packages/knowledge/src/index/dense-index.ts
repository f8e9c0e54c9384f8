import { TopK } from './top-k.ts';
import { paddedTo, VectorMemory } from './vector-memory.ts';

/** Fewer are compared as fast without; and a process has room for some hundred such memories only. */
const memoryAbove = 1_000;

/** Vectors one after the other, scanned whole: exact, and up to some 100,000 of them faster than a graph. */
export class DenseIndex {
  readonly #dimensions: number;
  readonly #width: number;
  #vectors: Float32Array;
  /** Where the vectors lie, once there are many. */
  #memory: VectorMemory | null = null;
  #noMemory = false;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#width = paddedTo(dimensions);
    this.#vectors = new Float32Array(this.#width * 16);
  }

  set(slot: number, vector: Float32Array): void {
    if ((slot + 1) * this.#width > this.#vectors.length) this.#grow(slot + 1);
    this.#vectors.set(vector, slot * this.#width);
  }

  vector(slot: number): Float32Array {
    const from = slot * this.#width;
    return this.#vectors.subarray(from, from + this.#dimensions);
  }

  /** Cosine of two normalised vectors: their dot product. */
  score(slot: number, query: Float32Array): number {
    const from = slot * this.#width;
    const vectors = this.#vectors;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    const whole = this.#dimensions - (this.#dimensions % 4);
    // Four sums break the chain of dependent additions.
    for (let i = 0; i < whole; i += 4) {
      a += (vectors[from + i] as number) * (query[i] as number);
      b += (vectors[from + i + 1] as number) * (query[i + 1] as number);
      c += (vectors[from + i + 2] as number) * (query[i + 2] as number);
      d += (vectors[from + i + 3] as number) * (query[i + 3] as number);
    }
    for (let i = whole; i < this.#dimensions; i++)
      a += (vectors[from + i] as number) * (query[i] as number);
    return a + b + c + d;
  }

  /** The nearest of the slots below `end`, nearest first. */
  search(
    query: Float32Array,
    limit: number,
    end: number,
    visible: (slot: number) => boolean,
  ): number[] {
    const top = new TopK(limit);
    const offer = (slot: number, score: number): void => {
      if (top.takes(score) && visible(slot)) top.offer(slot, score);
    };
    if (this.#memory !== null) this.#memory.scan(query, end, offer);
    else for (let slot = 0; slot < end; slot++) offer(slot, this.score(slot, query));
    return top.slots();
  }

  #grow(slots: number): void {
    const wanted = Math.max(slots, Math.ceil((this.#vectors.length / this.#width) * 1.5));
    if (this.#memory?.grow(wanted) === true) {
      this.#vectors = this.#memory.vectors;
      return;
    }
    const before = this.#vectors;
    const memory =
      this.#memory === null && !this.#noMemory && wanted > memoryAbove
        ? VectorMemory.open(this.#width, wanted)
        : null;
    if (wanted > memoryAbove) this.#noMemory = memory === null;
    this.#memory = memory;
    this.#vectors = memory?.vectors ?? new Float32Array(wanted * this.#width);
    this.#vectors.set(before);
  }
}
