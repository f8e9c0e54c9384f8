import { EndpointFailure } from './endpoint-failure.ts';

export interface RetryOptions {
  /** Further tries. */
  retries: number;
  /** A wait that is longer than this is not worth it: the failure is told at once. */
  longestWaitMs: number;
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0..1: spreads the waits, so that many callers do not come back together. */
  random: () => number;
}

const firstWaitMs = 500;

/** Tries again what may pass, after a wait that doubles or that the endpoint asked for. */
export async function retry<Result>(
  work: () => Promise<Result>,
  options: RetryOptions,
  signal: AbortSignal,
): Promise<Result> {
  for (let failed = 0; ; failed += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EndpointFailure) || !error.passing || failed >= options.retries)
        throw error;
      const backOffMs = firstWaitMs * 2 ** failed * (1 + options.random() / 2);
      const waitMs = Math.max(error.retryAfterMs ?? 0, Math.min(backOffMs, options.longestWaitMs));
      if (waitMs > options.longestWaitMs) throw error;
      await options.wait(waitMs, signal);
    }
  }
}
