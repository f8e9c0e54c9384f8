import { ExpectedError } from '@personate/contracts';
import type { Generation, IngestDeps } from './deps.ts';

export type OpenGenerationDeps = Pick<
  IngestDeps,
  'embedder' | 'generations' | 'stores' | 'places' | 'log'
> & { projection: Pick<IngestDeps['projection'], 'forgetGeneration'> };

/**
 * The persona's serving generation, its store made ready. Where the store was changed, or lost the generation,
 * it is made anew, and the records forget how far it had come: the next projection fills it from nothing.
 *
 * @throws ExpectedError `knowledge.identity-mismatch`, and what the store throws
 */
export async function openGeneration(
  deps: OpenGenerationDeps,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<Generation> {
  const { generations, stores, places, log } = deps;
  const generation = await generations.serving(personaId, deps.embedder);
  const from = await places.find(generation);
  if (from !== places.store) {
    log.info({ personaId, from, to: places.store }, 'knowledge moves to another store');
    await makeAnew(deps, generation, signal);
    return generation;
  }
  try {
    await stores.create(generation, signal);
  } catch (error) {
    if (!(error instanceof ExpectedError && error.code === 'knowledge.collection-missing'))
      throw error;
    log.warn({ err: error, personaId }, 'the store lost a generation; it is projected anew');
    await makeAnew(deps, generation, signal);
  }
  return generation;
}

/** Killed anywhere, it is done again from the first step. */
async function makeAnew(
  { stores, projection, places }: OpenGenerationDeps,
  generation: Generation,
  signal: AbortSignal,
): Promise<void> {
  // What lies there is older than what the records forget next.
  await stores.drop(generation, signal);
  await projection.forgetGeneration(generation.personaId, generation.generation);
  await places.settle(generation, places.store);
  await stores.create(generation, signal);
}
