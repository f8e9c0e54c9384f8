import {
  consentWithdrawn,
  joinSignals,
  personaMissing,
  type StoppedPersona,
} from '@personate/contracts';

export interface PersonaWatchDeps {
  /** Those of them that answer nobody any more. */
  amongStopped(personaIds: readonly string[]): Promise<StoppedPersona[]>;
  log: { warn(fields: object, message: string): void };
}

export interface WatchedTurn {
  /** Aborts with the given one, and with `persona.consent-withdrawn` or `persona.missing`. */
  signal: AbortSignal;
  end(): void;
}

/**
 * Ends the answers of a persona whose consent is withdrawn, or that is erased, while it speaks, also where another process
 * was told so: while any answer runs, one small query asks for all of them, twice a second.
 */
export class PersonaWatch {
  readonly #deps: PersonaWatchDeps;
  readonly #intervalMs: number;
  readonly #running = new Map<string, Set<AbortController>>();
  readonly #lookMs: number;
  /** Set from before a look until after it: there is one at a time. */
  #timer: NodeJS.Timeout | null = null;
  #isLooking = false;

  constructor(deps: PersonaWatchDeps, options: { intervalMs?: number; lookMs?: number } = {}) {
    this.#deps = deps;
    this.#intervalMs = options.intervalMs ?? 500;
    this.#lookMs = options.lookMs ?? 5_000;
  }

  watch(personaId: string, outer: AbortSignal): WatchedTurn {
    const controller = new AbortController();
    const running = this.#running.get(personaId) ?? new Set();
    this.#running.set(personaId, running.add(controller));
    const { signal, release } = joinSignals(outer, controller.signal);
    this.#lookSoon();
    return {
      signal,
      end: () => {
        release();
        running.delete(controller);
        if (running.size === 0 && this.#running.get(personaId) === running)
          this.#running.delete(personaId);
        if (this.#running.size > 0 || this.#timer === null || this.#isLooking) return;
        clearTimeout(this.#timer);
        this.#timer = null;
      },
    };
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => void this.#look(), this.#intervalMs).unref();
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      for (const { personaId, why } of await this.#amongStopped()) {
        const reason = why === 'gone' ? personaMissing(personaId) : consentWithdrawn(personaId);
        for (const controller of this.#running.get(personaId) ?? []) controller.abort(reason);
      }
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'whether personas were stopped could not be looked up');
    }
    this.#isLooking = false;
    this.#timer = null;
    if (this.#running.size > 0) this.#lookSoon();
  }

  /** @throws when it takes too long: one query that hangs must not end the watch of all. */
  async #amongStopped(): Promise<StoppedPersona[]> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${this.#lookMs} ms`)),
        this.#lookMs,
      ).unref();
    });
    try {
      return await Promise.race([this.#deps.amongStopped([...this.#running.keys()]), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}
