import { ExpectedError } from '@personate/contracts';
import { CircuitBreaker } from '@personate/knowledge';
import type { StructuredRequest } from '@personate/language';
import type { AspectModel } from './aspect-settings.ts';

const patience = { failures: 2, restMs: 60_000 };

/** A model that was late or failed twice in a row is left alone for a while: replies do not wait for it each time. */
export class RestingModel implements AspectModel {
  readonly name: string;
  readonly #model: AspectModel;
  readonly #circuit: CircuitBreaker;

  constructor(model: AspectModel, now: () => number = Date.now) {
    this.name = model.name;
    this.#model = model;
    this.#circuit = new CircuitBreaker({ ...patience, now });
  }

  /** @throws ExpectedError `model.resting`, and what the model throws. */
  async ask<Value>(
    request: StructuredRequest<Value>,
    signal: AbortSignal,
  ): Promise<{ value: Value | null }> {
    if (!this.#circuit.mayCall()) throw resting(this.name);
    let ended: Parameters<CircuitBreaker['ended']>[0] = 'given-up';
    try {
      const kept = await this.#model.ask(request, signal);
      ended = 'well';
      return kept;
    } catch (error) {
      if (!signal.aborted || isLate(signal)) ended = 'badly';
      throw error;
    } finally {
      this.#circuit.ended(ended);
    }
  }
}

/** Time ran out, and nobody went away. */
function isLate(signal: AbortSignal): boolean {
  return signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}

function resting(model: string): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'model.resting',
    `The model "${model}" was late or failed several times in a row, and is not asked for a minute.`,
    { fix: 'Look whether the model server is overloaded or down.' },
  );
}
