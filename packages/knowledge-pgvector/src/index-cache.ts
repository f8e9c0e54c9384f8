import type { TableIndex } from './table-index.ts';

export interface IndexCacheLimits {
  /** Indexes held at a time. */
  indexes: number;
  /** Passages held by all of them. */
  passages: number;
}

/** In-process indexes of the tables used last. A dropped one is read again when it is wanted. */
export class IndexCache {
  readonly #limits: IndexCacheLimits;
  readonly #make: (name: string, dimensions: number) => TableIndex;
  /** In order of use, the oldest first. */
  readonly #indexes = new Map<string, TableIndex>();

  constructor(limits: IndexCacheLimits, make: (name: string, dimensions: number) => TableIndex) {
    this.#limits = limits;
    this.#make = make;
  }

  open(name: string, dimensions: number): TableIndex {
    const index = this.#indexes.get(name) ?? this.#make(name, dimensions);
    this.#indexes.delete(name);
    this.#indexes.set(name, index);
    this.#evict();
    return index;
  }

  /** The index if it is held; does not count as use. */
  held(name: string): TableIndex | undefined {
    return this.#indexes.get(name);
  }

  forget(name: string): void {
    this.#indexes.delete(name);
  }

  clear(): void {
    this.#indexes.clear();
  }

  get size(): number {
    return this.#indexes.size;
  }

  #evict(): void {
    let passages = 0;
    for (const index of this.#indexes.values()) passages += index.size;
    for (const [name, index] of this.#indexes) {
      // The one in use stays, however large it is.
      const fits = this.#indexes.size <= this.#limits.indexes && passages <= this.#limits.passages;
      if (fits || this.#indexes.size === 1) return;
      this.#indexes.delete(name);
      passages -= index.size;
    }
  }
}
