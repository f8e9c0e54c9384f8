import type { IngestDeps } from './deps.ts';

/** Drops what was given up: first the store, then what the records note of it, so that a kill between repeats it. */
export async function dropGenerations(
  deps: Pick<IngestDeps, 'generations' | 'stores' | 'log'>,
  input: { personaId: string; signal: AbortSignal },
): Promise<void> {
  for (const generation of await deps.generations.dropping(input.personaId)) {
    await deps.stores.drop(generation, input.signal);
    await deps.generations.forget(generation);
    deps.log.info(
      { personaId: input.personaId, generation: generation.generation },
      'knowledge generation dropped',
    );
  }
}
