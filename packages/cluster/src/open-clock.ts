export interface Clock {
  now: () => Date;
  close(): void;
}

const everyMs = 60_000;
/** A round trip that took longer says too little of when the database answered. */
const mostTripMs = 2_000;
const tellFromMs = 2_000;

/**
 * The time of the database, which all services of a cluster share: turns, and what follows from their order, must not
 * hang on whose machine took them. Asked now and then; between, this machine's clock counts on.
 */
export async function openClock(deps: {
  /** What time it is for the database, in ms since 1970. */
  databaseTime: () => Promise<number>;
  log: { warn(fields: object, message: string): void };
}): Promise<Clock> {
  let aheadMs = 0;
  async function compare(): Promise<void> {
    const from = Date.now();
    const there = await deps.databaseTime();
    const tripMs = Date.now() - from;
    if (tripMs > mostTripMs) return;
    const foundMs = from + tripMs / 2 - there;
    // What is within the trip itself is no difference.
    const differsMs = Math.abs(foundMs) > tripMs / 2 ? Math.round(foundMs) : 0;
    if (Math.abs(differsMs) > tellFromMs && Math.abs(differsMs - aheadMs) > tellFromMs)
      deps.log.warn(
        { aheadMs: differsMs },
        'this clock is not that of the database, whose is used',
      );
    aheadMs = differsMs;
  }
  await compare();
  const timer = setInterval(
    () =>
      void compare().catch((error: unknown) =>
        deps.log.warn({ err: error }, 'clock was not compared'),
      ),
    everyMs,
  ).unref();
  return { now: () => new Date(Date.now() - aheadMs), close: () => clearInterval(timer) };
}
