import { joinSignals } from '@personate/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { QdrantClient } from '@qdrant/js-client-rest';
import { nameFailure } from './name-failure.ts';
import { qdrantAddress } from './qdrant-address.ts';
import { QdrantFailure } from './qdrant-failure.ts';

export type QdrantApi = ReturnType<QdrantClient['api']>;
type Answer<T> = Promise<{ data: { result?: T } }>;

export interface QdrantConnectionOptions {
  url: string;
  /** The API key, or a token. */
  key: string;
  /** Longest wait for a call with all its repetitions. */
  timeoutMs: number;
  /** Waits before each repetition of a call that met a transient failure. */
  retryDelaysMs?: readonly number[];
}

export interface CallOptions {
  signal: AbortSignal;
  /** False for what must not be done twice. */
  repeatable?: boolean;
  timeoutMs?: number;
}

const defaultDelaysMs = [50, 200, 800];

/**
 * One key on one Qdrant. The client's own time-out is off, because it takes the place of the caller's signal;
 * `withHeaders` is never used, because it leaks across awaits.
 */
export class QdrantConnection {
  readonly shown: string;
  readonly #api: QdrantApi;
  readonly #timeoutMs: number;
  readonly #delaysMs: readonly number[];

  constructor({ url, key, timeoutMs, retryDelaysMs = defaultDelaysMs }: QdrantConnectionOptions) {
    const { shown, ...address } = qdrantAddress(url);
    this.shown = shown;
    this.#timeoutMs = timeoutMs;
    this.#delaysMs = retryDelaysMs;
    const client = new QdrantClient({
      ...address,
      timeout: Infinity,
      // It would ask for the version without our signal, and print to the console.
      checkCompatibility: false,
      headers: {
        // As a header: given as `apiKey` it prints a warning wherever http is used.
        'api-key': key,
        // Compressed answers stall for about 40 ms (client 1.18 on Node's fetch).
        'accept-encoding': 'identity',
      },
    });
    this.#api = client.api();
  }

  /**
   * The result of one call, repeated after transient failures as long as the time allows.
   *
   * @throws QdrantFailure; the signal's reason when it is aborted
   */
  async call<T>(
    run: (api: QdrantApi, init: RequestInit) => Answer<T>,
    { signal, repeatable = true, timeoutMs = this.#timeoutMs }: CallOptions,
  ): Promise<T> {
    signal.throwIfAborted();
    const deadline = AbortSignal.timeout(timeoutMs);
    const { signal: either, release } = joinSignals(signal, deadline);
    try {
      return await this.#repeated(run, { signal, either, deadline, repeatable });
    } finally {
      release();
    }
  }

  async #repeated<T>(
    run: (api: QdrantApi, init: RequestInit) => Answer<T>,
    {
      signal,
      either,
      deadline,
      repeatable,
    }: { signal: AbortSignal; either: AbortSignal; deadline: AbortSignal; repeatable: boolean },
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        // A redirect would take the texts and the key to somebody who was not chosen.
        const { data } = await run(this.#api, { signal: either, redirect: 'error' });
        if (data?.result === undefined || data.result === null)
          throw new QdrantFailure('alien', this.shown, 'an answer without a result');
        return data.result;
      } catch (error) {
        signal.throwIfAborted();
        const failure = this.#failureOf(error, deadline);
        const delayMs = this.#delaysMs[attempt];
        if (!failure.transient || !repeatable || delayMs === undefined || deadline.aborted)
          throw failure;
        await this.#pause(delayMs, failure, signal, either);
      }
    }
  }

  #failureOf(error: unknown, deadline: AbortSignal): QdrantFailure {
    if (error instanceof QdrantFailure) return error;
    if (deadline.aborted) return new QdrantFailure('timeout', this.shown, '', error);
    const named = nameFailure(error);
    if (named === null) throw error;
    return new QdrantFailure(named.name, this.shown, named.detail, error);
  }

  async #pause(
    delayMs: number,
    failure: QdrantFailure,
    signal: AbortSignal,
    either: AbortSignal,
  ): Promise<void> {
    try {
      // Spread, so that those who failed together do not come back together.
      await sleep(delayMs * (0.5 + Math.random()), undefined, { signal: either });
    } catch {
      signal.throwIfAborted();
      throw failure;
    }
  }
}
