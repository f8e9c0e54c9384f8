import { setTimeout as sleep } from 'node:timers/promises';
import { ingestPersona, type IngestDeps } from '@personate/ingestion';
import { ingestPersona as ingestPersonaJob, type Queues } from '@personate/queues';

export interface IngestionServiceDeps {
  ingest: IngestDeps;
  queues: Pick<Queues, 'work' | 'poke'>;
  /** Personas that have an upload waiting or half done. */
  personasWithWork(): Promise<string[]>;
  /** Erasures that were stopped, or had to wait. */
  erasures: {
    unfinished(): Promise<string[]>;
    erase(input: { erasureId: string; signal: AbortSignal }): Promise<unknown>;
  };
  /** Personas whose store lacks something of the records, or is another one by now; asked once, at the start. */
  personasBehind(signal: AbortSignal): Promise<string[]>;
  sweepMs: number;
}

/** Works off ingestions: woken by pokes, and by a sweep that finds what was never announced. */
export async function startIngestion(
  deps: IngestionServiceDeps,
): Promise<{ close(): Promise<void> }> {
  const stop = new AbortController();
  const worker = await deps.queues.work(
    ingestPersonaJob,
    ({ personaId }) => ingestPersona(deps.ingest, { personaId, signal: stop.signal }),
    { concurrency: 2 },
  );

  async function eraseOpen(): Promise<void> {
    for (const erasureId of await deps.erasures.unfinished()) {
      if (stop.signal.aborted) return;
      await deps.erasures.erase({ erasureId, signal: stop.signal }).catch((error: unknown) => {
        deps.ingest.log.warn({ err: error, erasureId }, 'erasure has to wait');
      });
    }
  }

  async function sweep(): Promise<void> {
    let isBehindAsked = false;
    while (!stop.signal.aborted) {
      try {
        for (const personaId of await deps.personasWithWork())
          await deps.queues.poke(ingestPersonaJob, { personaId });
        await eraseOpen();
        if (!isBehindAsked)
          for (const personaId of await deps.personasBehind(stop.signal))
            await deps.queues.poke(ingestPersonaJob, { personaId });
        isBehindAsked = true;
      } catch (error) {
        deps.ingest.log.warn({ err: error }, 'ingestion sweep failed');
      }
      await sleep(deps.sweepMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const sweeping = sweep();

  return {
    async close() {
      stop.abort(new Error('the service is closing'));
      await worker.close();
      await sweeping;
    },
  };
}
