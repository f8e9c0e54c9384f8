/** Aborts its signal when nothing was heard for the given time. */
export class WatchDog {
  readonly #controller = new AbortController();
  readonly #readingUntil: number;
  #timer: NodeJS.Timeout | undefined;
  #spoke = false;
  #expired = false;

  /** @param readingMs how long it may read before its first word, as long as it gives signs of life. */
  constructor(timeoutMs: number, readingMs = timeoutMs) {
    this.#readingUntil = performance.now() + readingMs;
    this.#wait(timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get expired(): boolean {
    return this.#expired;
  }

  /** It says something: gives it that long from now. */
  alive(timeoutMs: number): void {
    this.#spoke = true;
    this.#wait(timeoutMs);
  }

  /** Something came that is no word: it still reads, which it may do for so long and no longer. */
  reads(timeoutMs: number): void {
    const left = this.#readingUntil - performance.now();
    if (!this.#spoke && left > 0) this.#wait(Math.min(timeoutMs, left));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#spoke = true;
  }

  #wait(timeoutMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#expired = true;
      this.#controller.abort(new Error('watch dog'));
    }, timeoutMs);
  }
}
