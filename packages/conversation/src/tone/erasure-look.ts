import type { AnswerTurnDeps } from '../deps.ts';

export interface ErasureLookDeps extends Pick<AnswerTurnDeps, 'now' | 'log'> {
  /** The newest ones, whoever ordered them. */
  erasures(): Promise<Array<{ erasureId: string; status: string }>>;
}

/** How often it looks behind what somebody waits for. */
const everyMs = 60_000;

/** Notices what is erased, by another process too. */
export class ErasureLook {
  readonly #deps: ErasureLookDeps;
  readonly #onErased: () => void;
  #looking: Promise<void> | null = null;
  #lookedAt = 0;
  #seen: string | null = null;

  constructor(deps: ErasureLookDeps, onErased: () => void) {
    this.#deps = deps;
    this.#onErased = onErased;
  }

  async look(): Promise<void> {
    this.#lookedAt = this.#deps.now().getTime();
    const newest = await this.#deps.erasures();
    const seen = newest.map(({ erasureId, status }) => `${erasureId} ${status}`).join();
    if (this.#seen !== null && this.#seen !== seen) this.#onErased();
    this.#seen = seen;
  }

  /** Nobody waits for it, and it is done once in a while. */
  lookBehind(): void {
    const isRecent = this.#deps.now().getTime() - this.#lookedAt < everyMs;
    if (this.#looking !== null || isRecent) return;
    this.#looking = this.look()
      .catch((error: unknown) => {
        // What cannot be asked may have been erased.
        this.#onErased();
        this.#deps.log.warn({ err: error }, 'erasures could not be read');
      })
      .finally(() => {
        this.#looking = null;
      });
  }

  /** Resolves once it does not look. */
  async settled(): Promise<void> {
    await this.#looking;
  }
}
