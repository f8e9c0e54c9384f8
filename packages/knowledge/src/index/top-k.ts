/** Keeps the k best of what it is offered; of equals the one offered first. */
export class TopK {
  readonly #k: number;
  readonly #slots: number[] = [];
  readonly #scores: number[] = [];

  constructor(k: number) {
    this.#k = k;
  }

  offer(slot: number, score: number): void {
    const scores = this.#scores;
    if (scores.length >= this.#k && score <= (scores.at(-1) ?? Infinity)) return;
    if (this.#k === 0) return;
    let at = scores.length;
    while (at > 0 && (scores[at - 1] ?? 0) < score) at -= 1;
    scores.splice(at, 0, score);
    this.#slots.splice(at, 0, slot);
    if (scores.length > this.#k) {
      scores.pop();
      this.#slots.pop();
    }
  }

  /** Best first. */
  slots(): number[] {
    return [...this.#slots];
  }
}
