import { TopK } from './top-k.ts';

/** Vectors in one typed array, scanned whole: exact, and up to some 20,000 of them faster than a graph. */
export class DenseIndex {
  readonly #dimensions: number;
  #vectors: Float32Array;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#vectors = new Float32Array(dimensions * 256);
  }

  set(slot: number, vector: Float32Array): void {
    const end = (slot + 1) * this.#dimensions;
    if (end > this.#vectors.length) {
      const vectors = new Float32Array(Math.max(end, this.#vectors.length * 2));
      vectors.set(this.#vectors);
      this.#vectors = vectors;
    }
    this.#vectors.set(vector, slot * this.#dimensions);
  }

  vector(slot: number): Float32Array {
    return this.#vectors.subarray(slot * this.#dimensions, (slot + 1) * this.#dimensions);
  }

  /** Cosine of two normalised vectors: their dot product. */
  score(slot: number, query: Float32Array): number {
    const from = slot * this.#dimensions;
    const vectors = this.#vectors;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    // Four sums break the chain of dependent additions.
    for (let i = 0; i < this.#dimensions; i += 4) {
      a += (vectors[from + i] as number) * (query[i] as number);
      b += (vectors[from + i + 1] as number) * (query[i + 1] as number);
      c += (vectors[from + i + 2] as number) * (query[i + 2] as number);
      d += (vectors[from + i + 3] as number) * (query[i + 3] as number);
    }
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
    for (let slot = 0; slot < end; slot++)
      if (visible(slot)) top.offer(slot, this.score(slot, query));
    return top.slots();
  }
}
