/**
 * Whether the first documents of a persona are still being read; what has been read once is not asked for again. By its
 * uid: a persona that is erased and made again under the same id reads its first documents, too.
 */
export function firstReadings(
  stateOf: (personaId: string) => Promise<'none' | 'reading' | 'read'>,
): (persona: { personaId: string; uid: string }) => Promise<boolean> {
  const read = new Set<string>();
  return async ({ personaId, uid }) => {
    if (read.has(uid)) return false;
    const state = await stateOf(personaId);
    if (state === 'read') read.add(uid);
    return state === 'reading';
  };
}
