import { consentWithdrawn } from '@personate/contracts';

export interface ConsentWatchDeps {
  /** Those of them whose consent is withdrawn. */
  amongWithdrawn(personaIds: readonly string[]): Promise<string[]>;
  log: { warn(fields: object, message: string): void };
}

export interface WatchedTurn {
  /** Aborts with the given one, and with `persona.consent-withdrawn`. */
  signal: AbortSignal;
  end(): void;
}

/**
 * Ends the answers of a persona whose consent is withdrawn while it speaks, also where another process was told so:
 * while any answer runs, one small query asks for all of them, twice a second.
 */
export class ConsentWatch {
  readonly #deps: ConsentWatchDeps;
  readonly #intervalMs: number;
  readonly #running = new Map<string, Set<AbortController>>();
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: ConsentWatchDeps, options: { intervalMs?: number } = {}) {
    this.#deps = deps;
    this.#intervalMs = options.intervalMs ?? 500;
  }

  watch(personaId: string, outer: AbortSignal): WatchedTurn {
    const controller = new AbortController();
    const running = this.#running.get(personaId) ?? new Set();
    this.#running.set(personaId, running.add(controller));
    // By hand: on Node 20 a signal of `AbortSignal.any` may be collected before it fires.
    const pass = () => controller.abort(outer.reason);
    if (outer.aborted) pass();
    outer.addEventListener('abort', pass, { once: true });
    this.#lookSoon();
    return {
      signal: controller.signal,
      end: () => {
        outer.removeEventListener('abort', pass);
        running.delete(controller);
        if (running.size === 0 && this.#running.get(personaId) === running)
          this.#running.delete(personaId);
        if (this.#running.size > 0 || this.#timer === null) return;
        clearTimeout(this.#timer);
        this.#timer = null;
      },
    };
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => void this.#look(), this.#intervalMs).unref();
  }

  async #look(): Promise<void> {
    try {
      for (const personaId of await this.#deps.amongWithdrawn([...this.#running.keys()])) {
        for (const controller of this.#running.get(personaId) ?? [])
          controller.abort(consentWithdrawn(personaId));
      }
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'consent could not be looked up');
    }
    this.#timer = null;
    if (this.#running.size > 0) this.#lookSoon();
  }
}
