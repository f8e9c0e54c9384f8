/** Counts of small whole numbers; what is beyond the last counts as the last. */
export class Histogram {
  readonly #counts: number[];
  #total = 0;
  #sum = 0;

  constructor(most: number) {
    this.#counts = Array.from({ length: most + 1 }, () => 0);
  }

  add(value: number): void {
    const place = Math.min(value, this.#counts.length - 1);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#total += 1;
    this.#sum += value;
  }

  get total(): number {
    return this.#total;
  }

  get mean(): number {
    return this.#total === 0 ? 0 : this.#sum / this.#total;
  }

  /** The least value that at least this share (0..1) does not exceed. */
  quantile(share: number): number {
    let met = 0;
    for (const [value, count] of this.#counts.entries()) {
      met += count;
      if (met > 0 && met >= share * this.#total) return value;
    }
    return 0;
  }
}
