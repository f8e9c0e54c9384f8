/** Aborts its signal when nobody called `alive` for the given time. */
export class WatchDog {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #expired = false;

  constructor(timeoutMs: number) {
    this.alive(timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get expired(): boolean {
    return this.#expired;
  }

  /** Gives it that long from now. */
  alive(timeoutMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#expired = true;
      this.#controller.abort(new Error('watch dog'));
    }, timeoutMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
