import { ExpectedError, type Erasure } from '@personate/contracts';
import type { EraseDeps } from './deps.ts';
import { eraseDocument } from './erase-document.ts';
import { erasePersona } from './erase-persona.ts';
import { eraseUser } from './erase-user.ts';

/**
 * Does what the ledger says; one that is done stays as it is. Where there is nothing to erase the entry goes too.
 * @throws ExpectedError `erasure.missing`, `document.missing`, `persona.missing`; `persona.busy`: it stays open then, and
 * the sweep goes on with it.
 */
export async function runErasure(
  deps: EraseDeps,
  { erasureId, signal }: { erasureId: string; signal: AbortSignal },
): Promise<Erasure> {
  const work = await deps.erasures.work(erasureId);
  if (work === null) throw erasureMissing(erasureId);
  const { scope, status, personaId, documentKey, userId } = work;
  if (status === 'open') {
    try {
      if (scope === 'user' && userId !== null) await eraseUser(deps, { erasureId, userId, signal });
      else if (scope === 'persona' && personaId !== null)
        await erasePersona(deps, { erasureId, personaId, signal });
      else if (personaId !== null && documentKey !== null)
        await eraseDocument(deps, { erasureId, personaId, documentKey, signal });
    } catch (error) {
      const isNothing = error instanceof ExpectedError && error.kind === 'missing';
      if (isNothing) await deps.erasures.discard(erasureId);
      throw error;
    }
  }
  const done = await deps.erasures.get(erasureId);
  if (done === null) throw erasureMissing(erasureId);
  return done;
}

export function erasureMissing(erasureId: string): ExpectedError {
  return new ExpectedError('missing', 'erasure.missing', `There is no erasure ${erasureId}.`, {
    fix: 'List them with GET /v1/erasures.',
  });
}
