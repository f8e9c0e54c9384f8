import type { EvolveDeps } from '../deps.ts';
import type { SequencedTurn } from '../evolution-run.ts';

const wanted = 100;
const mostRead = 200;

/** The persona's last turns before a sequence, oldest first: up to two hundred, wherever they lie. */
export async function readEarlierTurns(
  deps: Pick<EvolveDeps, 'evolution'>,
  input: { personaId: string; before: number; quietBefore: Date },
): Promise<SequencedTurn[]> {
  const { personaId, before, quietBefore } = input;
  let best: SequencedTurn[] = [];
  // Sequences are shared by all personas, so how far back they lie is not known: look ever farther.
  for (let span = 256; ; span *= 4) {
    const from = Math.max(0, before - 1 - span);
    const read = await deps.evolution.pending(personaId, from, quietBefore, mostRead);
    const earlier = read.filter(({ sequence }) => sequence < before);
    // A full page is the oldest part of a span that holds more: the shorter span before it was nearer.
    if (earlier.length >= mostRead && best.length > 0) return best;
    best = earlier;
    if (earlier.length >= wanted || from === 0) return best;
  }
}
