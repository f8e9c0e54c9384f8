import type { Passage } from '@personate/contracts';
import type { KnowledgeReader } from '@personate/knowledge';

const perDirection = 6;
const usualDirections = 60;

/**
 * Passages from all over the store, by the persona or about it: those nearest to directions drawn at random, the same
 * ones each time. Every store can answer that, and none need be read whole.
 */
export async function samplePassages(
  store: KnowledgeReader,
  options: {
    dimensions: number;
    wanted: number;
    /** Else those by the persona and about it. */
    stance?: Passage['stance'];
    directions?: number;
    signal: AbortSignal;
  },
): Promise<Passage[]> {
  const { dimensions, wanted, stance, directions = usualDirections, signal } = options;
  const random = mulberry32(1);
  const found = new Map<string, Passage>();
  for (let drawn = 0; drawn < directions && found.size < wanted; drawn += 1) {
    signal.throwIfAborted();
    const vector = normalised(Float32Array.from({ length: dimensions }, () => random() - 0.5));
    const candidates = await store.candidates(
      { vector, terms: new Map(), limit: perDirection, audience: ['public'] },
      signal,
    );
    for (const { passage } of candidates)
      if (stance === undefined ? passage.stance !== 'to' : passage.stance === stance)
        found.set(passage.passageId, passage);
  }
  return [...found.values()].slice(0, wanted);
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** A small generator of random numbers with a seed (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
