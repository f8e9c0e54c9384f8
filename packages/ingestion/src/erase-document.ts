import { ExpectedError } from '@personate/contracts';
import type { EraseDeps } from './deps.ts';
import { holdForErasure } from './hold-for-erasure.ts';
import { takeOut, tellNeighbours } from './take-out.ts';

/**
 * Takes a document out of the records and every store that is kept. Stopped anywhere, the next call goes on from there.
 * @throws ExpectedError `document.missing`, `persona.busy`.
 */
export async function eraseDocument(
  deps: EraseDeps,
  input: { erasureId: string; personaId: string; documentKey: string; signal: AbortSignal },
): Promise<void> {
  const { erasureId, personaId, documentKey } = input;
  await holdForErasure(deps, input, async (signal) => {
    // Which vectors the other passages rest on is known only of those that were projected.
    await tellNeighbours(deps, { personaId, signal });
    const revision = await deps.erasures.eraseDocument({ erasureId, personaId, documentKey });
    const begun = Object.keys((await deps.erasures.get(erasureId))?.removed ?? {}).length > 0;
    if (revision === null && !begun) throw documentMissing(documentKey);
    await takeOut(deps, { personaId, signal });
    await deps.erasures.finish(erasureId);
  });
}

function documentMissing(documentKey: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'document.missing',
    `The persona has no document ${documentKey}.`,
    {
      fix: 'Look for it with GET /v1/personas/{id}/knowledge/search; `documentKey` is the one to give.',
    },
  );
}
