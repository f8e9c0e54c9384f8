import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '@personate/contracts';
import { isDatabaseAway, isDatabaseTrouble } from '@personate/records';
import { buildGeneration } from './build-generation.ts';
import { catchUp } from './catch-up.ts';
import type { IngestDeps, IngestionWork } from './deps.ts';
import { dropGenerations } from './drop-generations.ts';
import { holdLease } from './hold-lease.ts';
import { runIngestion } from './run-ingestion.ts';

/** A document that is being removed holds the lease for moments; the poke must not be lost for it. */
const waitMs = 5_000;
/** Between two turns of building: whoever waits for the lease looks every tenth of a second. */
const letOthersInMs = 250;
/** What may pass is tried again so often; then it fails, so that what waits behind it gets its turn. */
const mostTries = 25;

/**
 * Does every unfinished ingestion of a persona, oldest first, then what its store lacks all the same, then builds the
 * generation that waits for it, all under the persona's lease. A poke that finds nothing to do, or somebody else at it,
 * does nothing.
 */
export async function ingestPersona(
  deps: IngestDeps,
  { personaId, signal: stop }: { personaId: string; signal: AbortSignal },
): Promise<void> {
  const owed: ExpectedError[] = [];
  for (let turn = 1; ; turn += 1) {
    const held = await holdLease(deps, { personaId, waitMs, signal: stop }, async (signal) => {
      // Asked again after each one: an upload may have come meanwhile.
      for (
        let id = await next(deps, personaId);
        id !== undefined;
        id = await next(deps, personaId)
      ) {
        await runOne(deps, id, signal);
      }
      if (turn === 1) owed.push(...(await catchUpOrOwe(deps, personaId, signal)));
      await dropGenerations(deps, { personaId, signal });
      return buildGeneration(deps, { personaId, signal });
    });
    if (held?.result !== true) break;
    await sleep(letOthersInMs, undefined, { signal: stop });
  }
  const [error] = owed;
  if (error !== undefined) throw error;
}

/** A store that cannot be brought on now, its embedder being away, must not keep one from being built by another. */
async function catchUpOrOwe(
  deps: IngestDeps,
  personaId: string,
  signal: AbortSignal,
): Promise<ExpectedError[]> {
  try {
    await catchUp(deps, { personaId, signal });
    return [];
  } catch (error) {
    if (error instanceof ExpectedError) return [error];
    throw error;
  }
}

async function next(deps: IngestDeps, personaId: string): Promise<string | undefined> {
  return (await deps.ingestions.unfinished(personaId))[0];
}

async function runOne(deps: IngestDeps, ingestionId: string, signal: AbortSignal): Promise<void> {
  let work: IngestionWork | null = null;
  try {
    // Its upload may be gone: then it fails as any other does, and what waits behind it gets its turn.
    work = await deps.ingestions.get(ingestionId, signal);
    if (work === null) return;
    // Begun so often and never ended: it takes the process along each time, which no error tells.
    const spent = work.attempt - work.excused;
    if (spent >= mostTries) throw neverEnds(spent);
    await runIngestion(deps, work, signal);
  } catch (error) {
    const tries = work === null ? 1 : work.attempt - work.excused + 1;
    // Stopped from outside: it stays unfinished, and the next start goes on with it.
    if (signal.aborted) throw error;
    // However long it lasts: nothing is wrong with the upload, and what waits behind it needs the same store.
    if (isStoreAway(error)) {
      // Where the records are away too it counts: that was a try in twenty-five. What was never begun was none.
      if (work !== null) await deps.ingestions.excuse(ingestionId).catch(() => undefined);
      throw error;
    }
    const expected = error instanceof ExpectedError;
    // So it does where the records themselves are away: nothing is wrong with the upload.
    const mayPass = expected ? error.retryable : isDatabaseTrouble(error);
    if (mayPass && tries < mostTries) throw error;
    if (!expected) deps.log.error({ err: error, ingestionId }, 'ingestion failed');
    else if (error.place !== undefined)
      deps.log.warn({ code: error.code, place: error.place, ingestionId }, 'ingestion failed');
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

const awayCodes = ['knowledge.store-unreachable', 'knowledge.store-read-only'];

function isStoreAway(error: unknown): boolean {
  return error instanceof ExpectedError
    ? error.retryable && awayCodes.includes(error.code)
    : isDatabaseAway(error);
}

function neverEnds(starts: number): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'ingestion.never-ends',
    `It was begun ${starts} times, and the process stopped before it ended.`,
    {
      fix: 'Look into the log for what stopped the server; `personate inspect` reads the same upload without keeping anything.',
    },
  );
}
