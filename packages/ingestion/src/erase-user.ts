import type { EraseDeps } from './deps.ts';
import { holdForErasure } from './hold-for-erasure.ts';

/** Takes a user out of every persona's conversations and memories, one persona after the other. @throws ExpectedError `persona.busy`. */
export async function eraseUser(
  deps: EraseDeps,
  { erasureId, userId, signal }: { erasureId: string; userId: string; signal: AbortSignal },
): Promise<void> {
  for (const personaId of await deps.erasures.personasOfUser(userId)) {
    await holdForErasure(deps, { personaId, signal }, () =>
      deps.erasures.eraseUser({ erasureId, personaId, userId }),
    );
  }
  await deps.erasures.finish(erasureId);
}
