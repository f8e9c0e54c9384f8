import { joinSignals } from '@personate/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestDeps } from './deps.ts';

const leaseMs = 30_000;
const lookAgainMs = 100;

/**
 * Works under a lease of the persona, renewed while it lasts: whoever writes its documents or their projection holds that
 * of ingestion. The work's signal is aborted when the lease is lost.
 * @returns null when somebody else held it for longer than `waitMs`.
 */
export async function holdLease<Result>(
  deps: Pick<IngestDeps, 'leases' | 'log'>,
  input: {
    personaId: string;
    /** Of what: `ingest` unless given. */
    name?: 'ingest' | 'evolution';
    waitMs: number;
    signal: AbortSignal;
  },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<{ result: Result } | null> {
  const { personaId } = input;
  const lease = await takeWithin(deps.leases, `${input.name ?? 'ingest'}:${personaId}`, input);
  if (lease === null) return null;
  const lost = new AbortController();
  const { signal, release } = joinSignals(input.signal, lost.signal);
  const renewal = setInterval(() => {
    void deps.leases
      .renew(lease, leaseMs)
      .then((held) => held || lost.abort(new Error('lease lost')))
      .catch((error: unknown) => deps.log.warn({ err: error, personaId }, 'lease not renewed'));
  }, leaseMs / 3);
  try {
    return { result: await work(signal) };
  } finally {
    clearInterval(renewal);
    release();
    await deps.leases.release(lease);
  }
}

async function takeWithin(
  leases: IngestDeps['leases'],
  name: string,
  { waitMs, signal }: { waitMs: number; signal: AbortSignal },
) {
  const until = performance.now() + waitMs;
  for (;;) {
    const lease = await leases.take(name, leaseMs);
    if (lease !== null || performance.now() >= until) return lease;
    await sleep(lookAgainMs, undefined, { signal });
  }
}
