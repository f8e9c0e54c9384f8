/** Keeps the k best of what it is offered; of equals the one offered first. */
export class TopK {
  readonly #k: number;
  readonly #slots: number[] = [];
  readonly #scores: number[] = [];
  #least = -Infinity;

  constructor(k: number) {
    this.#k = k;
  }

  /** Whether something of that score would be kept now. */
  takes(score: number): boolean {
    return this.#scores.length < this.#k || score > this.#least;
  }

  offer(slot: number, score: number): void {
    if (this.#k <= 0 || !this.takes(score)) return;
    const scores = this.#scores;
    let at = scores.length;
    while (at > 0 && (scores[at - 1] ?? 0) < score) at -= 1;
    scores.splice(at, 0, score);
    this.#slots.splice(at, 0, slot);
    if (scores.length > this.#k) {
      scores.pop();
      this.#slots.pop();
    }
    this.#least = scores.at(-1) ?? -Infinity;
  }

  /** Best first. */
  slots(): number[] {
    return [...this.#slots];
  }
}
