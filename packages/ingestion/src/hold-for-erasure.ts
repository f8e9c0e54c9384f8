import { ExpectedError } from '@personate/contracts';
import type { EraseDeps } from './deps.ts';
import { holdLease } from './hold-lease.ts';

/** As long as a caller over HTTP may be kept waiting for an ingestion's batch or an evolution's run to end. */
const waitMs = 10_000;

/**
 * Nobody ingests, projects or evolves the persona meanwhile: what they hold in memory would bring back what is erased.
 * @throws ExpectedError `persona.busy`.
 */
export async function holdForErasure<Result>(
  deps: Pick<EraseDeps, 'leases' | 'log' | 'waitMs'>,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const bound = { personaId, waitMs: deps.waitMs ?? waitMs };
  const held = await holdLease(deps, { ...bound, signal }, (ingesting) =>
    holdLease(deps, { ...bound, signal: ingesting, name: 'evolution' }, work),
  );
  if (held?.result) return held.result.result;
  throw new ExpectedError(
    'conflict',
    'persona.busy',
    held === null
      ? `"${personaId}" is being ingested at the moment, and nothing of it was removed.`
      : `"${personaId}" is learning from its conversations at the moment, and nothing of it was removed.`,
    {
      fix: `Wait until that ends (GET /v1/personas/${personaId}/ingestions shows it) or cancel it, then try again.`,
    },
  );
}
