import type { Document } from '@personate/contracts';
import { chunkPassages, passagesVersion } from './chunk-passages.ts';
import type { ProjectDeps } from './deps.ts';
import type { Window } from './measure-passage.ts';

/** Documents a step. */
const documentsPerStep = 64;

/** Cuts documents anew that were cut by an earlier version. @returns how many; 0 when none was left. */
export async function rechunkStale(
  deps: Pick<ProjectDeps, 'corpus'>,
  input: { personaId: string; windows: readonly Window[] },
): Promise<number> {
  const { personaId, windows } = input;
  const stale = await deps.corpus.stale(personaId, passagesVersion, documentsPerStep);
  await rechunk(deps, { personaId, windows, documents: stale });
  return stale.length;
}

/** Cuts these documents anew, so that each passage passes all the windows. One that changed meanwhile is left as it is. */
export async function rechunk(
  deps: Pick<ProjectDeps, 'corpus'>,
  input: { personaId: string; windows: readonly Window[]; documents: readonly Document[] },
): Promise<void> {
  const writes = [];
  for (const document of input.documents)
    writes.push({ document, passages: await chunkPassages(input.windows, document) });
  await deps.corpus.rechunk(input.personaId, passagesVersion, writes);
}
