import { ExpectedError } from '@personate/contracts';
import type { Embedder } from '@personate/knowledge';
import type { IngestDeps } from './deps.ts';

/**
 * The windows that a passage has to pass: of the bundled model, by which its size is measured, and of every embedder
 * that a generation of the persona's waits for. One that cannot be reached now does not count: what it needs is cut
 * again when it can.
 */
export async function embeddersAtHand(
  deps: Pick<IngestDeps, 'embedders' | 'generations'>,
  personaId: string,
  signal: AbortSignal,
): Promise<Embedder[]> {
  const found = new Set([deps.embedders.bundled]);
  for (const generation of await deps.generations.kept(personaId)) {
    const embedder = await deps.embedders.of(generation, signal).catch((error: unknown) => {
      if (error instanceof ExpectedError) return null;
      throw error;
    });
    if (embedder !== null) found.add(embedder);
  }
  return [...found];
}
