import type { EraseDeps } from './deps.ts';
import { holdForErasure } from './hold-for-erasure.ts';

const dropMs = 60_000;

/**
 * Takes a persona away with all that it knows. It answers no more from the first moment on; stopped anywhere, the next
 * call goes on from there, and two at once end as one. @throws ExpectedError `persona.busy`.
 */
export async function erasePersona(
  deps: EraseDeps,
  { erasureId, personaId, signal }: { erasureId: string; personaId: string; signal: AbortSignal },
): Promise<void> {
  // The plan is kept before anything goes: without it nobody would know which stores were its own.
  const plan = await deps.erasures.planPersona(erasureId, personaId);
  const isThere = plan !== null && (await deps.erasures.withdrawPersona({ personaId, ...plan }));
  if (isThere) {
    for (const ingestionId of await deps.ingestions.unfinished(personaId))
      await deps.ingestions.requestCancel(ingestionId);
    const ended = (await deps.endTraining?.({ personaId })) ?? {};
    await holdForErasure(deps, { personaId, signal }, async () => {
      // Whoever was at it until now may have made more.
      const whole = (await deps.erasures.planPersona(erasureId, personaId)) ?? plan;
      const { personaUid } = whole;
      for (const generation of whole.generations)
        await deps.stores.drop(
          { personaId, personaUid, ...generation },
          AbortSignal.timeout(dropMs),
        );
      for (const blobId of whole.blobs) await deps.uploads.discard(blobId);
      await deps.erasures.erasePersona({ erasureId, personaId, personaUid, ended });
    });
  }
  await deps.erasures.finish(erasureId);
}
