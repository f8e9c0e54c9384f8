import { ExpectedError } from '@personate/contracts';
import { CircuitBreaker } from '@personate/knowledge';
import type { SpeakRequest, Speaker, SpokenPart } from '@personate/language';

const patience = { failures: 2, restMs: 60_000 };
/** They say that the model would not have answered the next question either. */
const failing: ReadonlySet<string> = new Set([
  'model.timeout',
  'model.throttled',
  'model.unavailable',
]);

/**
 * A model that has failed several times in a row is left alone for a while, so that not every question waits for its
 * time-out before the fallback speaks.
 */
export class RestingSpeaker implements Speaker {
  readonly name: string;
  readonly model?: string;
  readonly #speaker: Speaker;
  readonly #circuit: CircuitBreaker;

  constructor(speaker: Speaker, now: () => number = Date.now) {
    this.name = speaker.name;
    if (speaker.model !== undefined) this.model = speaker.model;
    this.#speaker = speaker;
    this.#circuit = new CircuitBreaker({ ...patience, now });
  }

  /** @throws ExpectedError `model.resting`, and what the speaker throws. */
  async *speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpokenPart> {
    if (!this.#circuit.mayCall()) throw resting();
    let ended: Parameters<CircuitBreaker['ended']>[0] = 'given-up';
    try {
      for await (const part of this.#speaker.speak(request, signal)) {
        ended = 'well';
        yield part;
      }
      ended = 'well';
    } catch (error) {
      if (!signal.aborted)
        ended = error instanceof ExpectedError && failing.has(error.code) ? 'badly' : 'well';
      throw error;
    } finally {
      this.#circuit.ended(ended);
    }
  }
}

function resting(): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'model.resting',
    'The model endpoint has failed several times in a row, and is not asked for a minute.',
    { fix: 'Look whether the model server is overloaded or down.' },
  );
}
