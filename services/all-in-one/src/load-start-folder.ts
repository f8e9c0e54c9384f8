import { relative, resolve } from 'node:path';
import { explain, type Logger } from '@personate/chassis';
import { loadPersonas, type LoadedPersonas } from '@personate/ingestion-service';
import { ingestPersona, type Queues } from '@personate/queues';
import type { Repositories } from '@personate/records';
import { followLoading } from './follow-loading.ts';
import { ProgressDisplay } from './progress-display.ts';

export interface LoadStartFolderDeps {
  records: Pick<Repositories, 'personas' | 'ingestions' | 'seedSources' | 'erasures'>;
  queues: Pick<Queues, 'poke'>;
  out: { write(text: string): unknown; isTTY?: boolean };
  log: Pick<Logger, 'error'>;
}

/** Loads the personas of the start folder and waits for it, telling how far it is. @returns what could not be loaded. */
export async function loadStartFolder(
  deps: LoadStartFolderDeps,
  input: {
    dir: string;
    /** Told who is still being loaded, whenever that changes. */
    onLoading: (personaIds: string[]) => void;
    signal: AbortSignal;
  },
): Promise<LoadedPersonas['failed']> {
  const { records, queues, log } = deps;
  const loaded = await loadPersonas(
    { ...records, poke: (persona) => queues.poke(ingestPersona, persona) },
    resolve(input.dir),
  );
  const display = new ProgressDisplay(deps.out);
  for (const { folder, error } of loaded.failed) {
    log.error({ err: error, folder }, 'persona was not loaded');
    display.say(`  ${relative(process.cwd(), folder)} was not loaded: ${explain(error)}`);
  }
  const loading = new Set(loaded.pending.map((job) => job.personaId));
  input.onLoading([...loading]);
  await followLoading(
    records.ingestions,
    loaded.pending,
    display,
    (personaId) => {
      loading.delete(personaId);
      input.onLoading([...loading]);
    },
    input.signal,
  );
  return loaded.failed;
}
