import { ExpectedError } from '@personate/contracts';
import type { IngestDeps, ProjectDeps } from './deps.ts';
import { openGeneration } from './open-generation.ts';
import { project } from './project.ts';
import { purgeKept } from './purge-removed.ts';
import { selfNamesOf } from './self-names.ts';

type TakeOutDeps = Pick<IngestDeps, keyof ProjectDeps | 'generations' | 'places' | 'log'> & {
  personas: Pick<IngestDeps['personas'], 'get'>;
};

/** What was removed from the records leaves every store that is kept, and its vectors the cache. */
export async function takeOut(
  deps: TakeOutDeps,
  input: { personaId: string; signal: AbortSignal },
): Promise<void> {
  const { personaId, signal } = input;
  await purgeKept(deps, { personaId, signal });
  await tellNeighbours(deps, input);
  await deps.embeddings.prune(personaId);
}

/** Brings the serving store up to the records, as far as it goes: those beside what is gone have other neighbours. */
export async function tellNeighbours(
  deps: TakeOutDeps,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<void> {
  if ((await deps.generations.find(personaId)) === null) return;
  const selfNames = await selfNamesOf(deps, personaId);
  try {
    const generation = await openGeneration(deps, { personaId, signal });
    await project(deps, { generation, selfNames, ingestionId: null, signal });
  } catch (error) {
    // It is gone all the same; they are told with the next ingestion, or when the knowledge is built anew.
    if (!(error instanceof ExpectedError)) throw error;
    deps.log.warn({ err: error, personaId }, 'neighbours of what was removed were not told');
  }
}
