import type { ErasureCheck } from '@personate/contracts';
import type { EraseDeps } from './deps.ts';

/**
 * Counts what is left of the erased: in the records, and of a persona in the store that serves, which is asked for each
 * generation that was to be dropped. null when there is no such erasure.
 */
export async function checkErasure(
  {
    erasures,
    stores,
  }: Pick<EraseDeps, 'stores'> & {
    erasures: Pick<EraseDeps['erasures'], 'work'> & {
      check(erasureId: string): Promise<ErasureCheck | null>;
    };
  },
  { erasureId, signal }: { erasureId: string; signal: AbortSignal },
): Promise<ErasureCheck | null> {
  signal.throwIfAborted();
  const check = await erasures.check(erasureId);
  const work = check === null ? null : await erasures.work(erasureId);
  if (check === null || !work?.plan || work.personaId === null) return check;
  const { personaUid, generations } = work.plan;
  let stored = 0;
  for (const generation of generations) {
    const spec = { personaId: work.personaId, personaUid, ...generation };
    if (await stores.holds(spec, signal)) stored += 1;
  }
  const remaining = { ...check.remaining, collections: stored };
  return { ...check, remaining, whole: check.whole && stored === 0 };
}
