import { tallyDocument } from '@personate/knowledge';
import type { Generation, IngestDeps, ProjectDeps } from './deps.ts';

const documentsPerStep = 256;

/**
 * Takes what was removed from the records out of one generation: no embedder is needed for it, so that it also works
 * for one whose embedder is gone, or that only waits to be dropped.
 */
export async function purgeRemoved(
  deps: Pick<ProjectDeps, 'projection' | 'stores'>,
  input: { generation: Generation; signal: AbortSignal },
): Promise<void> {
  const { generation, signal } = input;
  const { personaId } = generation;
  for (;;) {
    const removed = await deps.projection.removed(
      personaId,
      generation.generation,
      documentsPerStep,
    );
    if (removed.length === 0) return;
    const writer = await deps.stores.writer(generation, signal);
    await writer.replaceDocuments(
      removed.map(({ documentKey }) => documentKey),
      [],
      signal,
    );
    await deps.projection.markProjected(
      personaId,
      generation.generation,
      removed.map((document) => ({ ...document, tally: tallyDocument([]) })),
    );
  }
}

/** Of every generation that is kept in this store; what lies in another one, it cannot reach. */
export async function purgeKept(
  deps: Pick<IngestDeps, 'projection' | 'stores' | 'generations' | 'places'>,
  input: { personaId: string; signal: AbortSignal },
): Promise<void> {
  for (const generation of await deps.generations.kept(input.personaId))
    if ((await deps.places.find(generation)) === deps.places.store)
      await purgeRemoved(deps, { generation, signal: input.signal });
}
