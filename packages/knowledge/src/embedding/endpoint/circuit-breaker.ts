export interface CircuitBreakerOptions {
  /** Failures in a row after which nobody calls for a while. */
  failures: number;
  restMs: number;
  now: () => number;
}

/** Keeps callers from waiting for what has just failed several times; after a rest one of them tries. */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failures = 0;
  #restsUntil = 0;
  #trying = false;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  /** Whether a call may be made now; a caller that may must tell how it `ended`. */
  mayCall(): boolean {
    if (this.#failures < this.#options.failures) return true;
    if (this.#trying || this.#options.now() < this.#restsUntil) return false;
    this.#trying = true;
    return true;
  }

  /** `given-up`: the caller went away, which says nothing about the other side. */
  ended(how: 'well' | 'badly' | 'given-up'): void {
    this.#trying = false;
    if (how === 'well') this.#failures = 0;
    if (how !== 'badly') return;
    this.#failures += 1;
    if (this.#failures >= this.#options.failures)
      this.#restsUntil = this.#options.now() + this.#options.restMs;
  }
}
