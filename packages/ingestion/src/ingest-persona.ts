import { ExpectedError } from '@personate/contracts';
import type { IngestDeps, IngestionWork } from './deps.ts';
import { runIngestion } from './run-ingestion.ts';

const leaseMs = 30_000;
/** What may pass is tried again so often; then it fails, so that what waits behind it gets its turn. */
const mostTries = 25;

/**
 * Does every unfinished ingestion of a persona, oldest first, under the persona's lease. A poke that finds nothing
 * to do, or somebody else at it, does nothing.
 */
export async function ingestPersona(
  deps: IngestDeps,
  input: { personaId: string; signal: AbortSignal },
): Promise<void> {
  const lease = await deps.leases.take(`ingest:${input.personaId}`, leaseMs);
  if (lease === null) return;
  const lost = new AbortController();
  const renewal = setInterval(() => {
    void deps.leases
      .renew(lease, leaseMs)
      .then((held) => held || lost.abort(new Error('lease lost')))
      .catch((error: unknown) =>
        deps.log.warn({ err: error, personaId: input.personaId }, 'lease not renewed'),
      );
  }, leaseMs / 3);
  const signal = AbortSignal.any([input.signal, lost.signal]);
  try {
    // Asked again after each one: an upload may have come meanwhile.
    for (
      let id = await next(deps, input.personaId);
      id !== undefined;
      id = await next(deps, input.personaId)
    ) {
      await runOne(deps, id, signal);
    }
  } finally {
    clearInterval(renewal);
    await deps.leases.release(lease);
  }
}

async function next(deps: IngestDeps, personaId: string): Promise<string | undefined> {
  return (await deps.ingestions.unfinished(personaId))[0];
}

async function runOne(deps: IngestDeps, ingestionId: string, signal: AbortSignal): Promise<void> {
  let work: IngestionWork | null = null;
  try {
    // Its upload may be gone: then it fails as any other does, and what waits behind it gets its turn.
    work = await deps.ingestions.get(ingestionId);
    if (work === null) return;
    await runIngestion(deps, work, signal);
  } catch (error) {
    const tries = (work?.attempt ?? 0) + 1;
    // Stopped from outside: it stays unfinished, and the next start goes on with it.
    if (signal.aborted) throw error;
    const expected = error instanceof ExpectedError;
    if (expected && error.retryable && tries < mostTries) throw error;
    if (!expected) deps.log.error({ err: error, ingestionId }, 'ingestion failed');
    if (work !== null) await countWhatStands(deps, work);
    await deps.ingestions.fail(
      ingestionId,
      expected
        ? { code: error.code, message: error.message, fix: error.fix }
        : {
            code: 'internal',
            message: 'The ingestion failed for a reason that was not foreseen.',
            fix: 'Look into the log, which has it whole; then report it.',
          },
    );
    if (work !== null && work.blobId !== null) await deps.uploads.discard(work.blobId);
  }
}

/** What it had stored before it failed is served: the revision tells, as of any other change. */
async function countWhatStands(deps: IngestDeps, { job }: IngestionWork): Promise<void> {
  const { ingestionId, personaId } = job;
  try {
    const { added, changed, removed } = await deps.corpus.countOutcomes(ingestionId);
    if (added + changed + removed > 0) await deps.personas.bumpKnowledgeRevision(personaId);
  } catch (error) {
    deps.log.warn({ err: error, ingestionId }, 'knowledge revision not moved');
  }
}
