/** Each rejects when that part does not work. */
export type HealthChecks = Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>>;
export type HealthResults = Record<string, { ok: boolean; ms: number }>;

/** All checks at once, each within the bound; why one failed stands in the log, since anybody may ask. */
export async function checkHealth(
  checks: HealthChecks,
  boundMs: number,
  log: { warn(fields: object, message: string): void },
): Promise<HealthResults> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const startedAt = performance.now();
      const signal = AbortSignal.timeout(boundMs);
      const ok = await Promise.race([check(signal), rejectOn(signal)]).then(
        () => true,
        (error: unknown) => {
          log.warn({ check: name, err: error }, 'health check failed');
          return false;
        },
      );
      return [name, { ok, ms: Math.round(performance.now() - startedAt) }] as const;
    }),
  );
  return Object.fromEntries(results);
}

/** A check that does not heed its signal is late all the same. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the check took too long')), {
      once: true,
    });
  });
}
