import type { EvolveDeps } from '../deps.ts';
import type { SequencedTurn } from '../evolution-run.ts';

const mostRead = 200;

/** The persona's last turns before a sequence, oldest first: at most two hundred, fewer where some were deleted. */
export async function readEarlierTurns(
  deps: Pick<EvolveDeps, 'evolution'>,
  input: { personaId: string; before: number; quietBefore: Date },
): Promise<SequencedTurn[]> {
  const { personaId, before, quietBefore } = input;
  // A persona's turns are counted without gaps, so that so many numbers are so many turns.
  const from = Math.max(0, before - 1 - mostRead);
  const read = await deps.evolution.pending(personaId, from, quietBefore, mostRead);
  return read.filter(({ sequence }) => sequence < before);
}
