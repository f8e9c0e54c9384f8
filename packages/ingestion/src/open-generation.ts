import { ExpectedError } from '@personate/contracts';
import { bundledName } from '@personate/knowledge';
import type { Generation, IngestDeps } from './deps.ts';

export type OpenGenerationDeps = Pick<IngestDeps, 'embedders' | 'stores' | 'places' | 'log'> & {
  generations: Pick<IngestDeps['generations'], 'find' | 'serving'>;
  projection: Pick<IngestDeps['projection'], 'forgetGeneration'>;
};

/**
 * The persona's serving generation, made for the main embedder where there is none, its store made ready.
 *
 * @throws what opening an embedder, and what the store throws
 */
export async function openGeneration(
  deps: OpenGenerationDeps,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<Generation> {
  const { generations, embedders } = deps;
  const [main = bundledName] = embedders.names;
  const generation =
    (await generations.find(personaId)) ??
    (await generations.serving(personaId, await embedders.named(main, signal)));
  await openStore(deps, generation, signal);
  return generation;
}

/**
 * Makes the store of a generation ready. Where the store was changed, or lost the generation, it is made anew, and the
 * records forget how far it had come: the next projection fills it from nothing.
 */
export async function openStore(
  deps: Omit<OpenGenerationDeps, 'embedders' | 'generations'>,
  generation: Generation,
  signal: AbortSignal,
): Promise<void> {
  const { stores, places, log } = deps;
  const { personaId } = generation;
  const from = await places.find(generation);
  if (from !== places.store) {
    log.info({ personaId, from, to: places.store }, 'knowledge moves to another store');
    await makeAnew(deps, generation, signal);
    return;
  }
  try {
    await stores.create(generation, signal);
  } catch (error) {
    if (!(error instanceof ExpectedError && error.code === 'knowledge.collection-missing'))
      throw error;
    log.warn({ err: error, personaId }, 'the store lost a generation; it is projected anew');
    await makeAnew(deps, generation, signal);
  }
}

/** Killed anywhere, it is done again from the first step. */
async function makeAnew(
  { stores, projection, places }: Omit<OpenGenerationDeps, 'embedders' | 'generations'>,
  generation: Generation,
  signal: AbortSignal,
): Promise<void> {
  // What lies there is older than what the records forget next.
  await stores.drop(generation, signal);
  await projection.forgetGeneration(generation.personaId, generation.generation);
  await places.settle(generation, places.store);
  await stores.create(generation, signal);
}
