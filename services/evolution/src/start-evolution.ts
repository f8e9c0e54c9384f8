import { setTimeout as sleep } from 'node:timers/promises';
import { joinSignals, ExpectedError } from '@personate/contracts';
import { type EvolveDeps, type EvolveResult, evolvePersona } from '@personate/evolution';
import { evolvePersona as evolvePersonaJob, type Queues } from '@personate/queues';

export interface EvolutionServiceOptions {
  deps: EvolveDeps;
  queues: Pick<Queues, 'work' | 'poke'>;
  log: EvolveDeps['log'];
  /** How often the records are searched for turns that nobody announced; each time up to a quarter sooner. */
  sweepMs: number;
  /** Told what each run has learnt. */
  onEvolved?: (result: EvolveResult) => void;
  /** Personas worked on at a time; 2 by default. */
  concurrency?: number;
  /** Closes the service, as `close` does. */
  signal?: AbortSignal;
}

/** A run that has not ended after so long is not gone on with: the persona was archived, or its consent withdrawn. */
const mostRunMs = 24 * 60 * 60_000;

/**
 * Evolves personas: woken by pokes, and by a sweep that finds what was never announced. A poke that comes before the turns
 * were quiet long enough leads to another one at the instant they are.
 */
export async function startEvolution(
  options: EvolutionServiceOptions,
): Promise<{ close(): Promise<void> }> {
  const { deps, queues, log, sweepMs } = options;
  const stop = new AbortController();
  const worker = await queues.work(
    evolvePersonaJob,
    async ({ personaId }, { signal }) => {
      const { signal: either, release } = joinSignals(stop.signal, signal);
      const result = await evolve(deps, personaId, either).finally(release);
      if (result !== null) options.onEvolved?.(result);
      const waitMs = result?.waitMs ?? null;
      if (waitMs !== null && !stop.signal.aborted) {
        await queues.poke(evolvePersonaJob, { personaId }, { delayMs: waitMs });
      }
    },
    { concurrency: options.concurrency ?? 2 },
  );

  async function sweep(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const now = deps.now().getTime();
        await deps.evolution.giveUpRuns(new Date(now - mostRunMs));
        const quietBefore = new Date(now - deps.quietMs);
        for (const personaId of await deps.evolution.personasBehind(quietBefore)) {
          if (stop.signal.aborted) return;
          await queues.poke(evolvePersonaJob, { personaId });
        }
      } catch (error) {
        log.warn({ err: error }, 'evolution sweep failed');
      }
      // Several processes that started together should not sweep together for ever.
      const pauseMs = sweepMs * (0.75 + Math.random() / 4);
      await sleep(pauseMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const sweeping = sweep();

  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    stop.abort(new Error('the service is closing'));
    await worker.close();
    await sweeping;
  }
  const closeOnce = (): Promise<void> => (closed ??= close());
  if (options.signal?.aborted === true) await closeOnce();
  options.signal?.addEventListener('abort', () => {
    closeOnce().catch((error: unknown) => log.warn({ err: error }, 'evolution did not close'));
  });
  return { close: closeOnce };
}

/** @returns null when there is nobody to evolve any more. */
async function evolve(
  deps: EvolveDeps,
  personaId: string,
  signal: AbortSignal,
): Promise<EvolveResult | null> {
  try {
    return await evolvePersona(deps, { personaId, signal });
  } catch (error) {
    // Erased or archived since the poke: nothing is left to do.
    const isGone =
      error instanceof ExpectedError &&
      (error.code === 'persona.missing' || error.code === 'persona.archived');
    if (!isGone) throw error;
    return null;
  }
}
