import { ExpectedError } from '@personate/contracts';

const silence = 'queue.unavailable';
/** A call that never ends, whatever became of it, does not keep the queue shut. */
const tryAgainMs = 30_000;

/**
 * Calls that add to a queue. Where one got no answer in time, the others are refused at once until it comes through, or
 * for a while: whoever announces has stored before, and need not wait for a queue that is away.
 */
export class Announcements {
  readonly #timeoutMs: number;
  readonly #onSilence: () => void;
  #awayUntil = 0;

  /** @param onSilence called each time that a call was waited for in vain */
  constructor(timeoutMs: number, onSilence: () => void) {
    this.#timeoutMs = timeoutMs;
    this.#onSilence = onSilence;
  }

  /** @throws ExpectedError `queue.unavailable`; what the call throws */
  async make<T>(add: () => Promise<T>): Promise<T> {
    if (performance.now() < this.#awayUntil) throw unavailable();
    const added = add();
    try {
      return await answeredWithin(this.#timeoutMs, added);
    } catch (error) {
      if (error instanceof ExpectedError && error.code === silence) this.#isAway(added);
      throw error;
    }
  }

  #isAway(unanswered: Promise<unknown>): void {
    this.#awayUntil = performance.now() + tryAgainMs;
    this.#onSilence();
    unanswered.then(
      () => (this.#awayUntil = 0),
      () => undefined,
    );
  }
}

/** @throws ExpectedError `queue.unavailable` */
export async function answeredWithin<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable()), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(): ExpectedError {
  return new ExpectedError('unavailable', silence, 'The queue does not answer.', {
    fix: 'Look whether its Redis or Postgres runs; what was stored is found by the next sweep.',
  });
}
