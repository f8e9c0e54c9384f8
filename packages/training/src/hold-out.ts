import { createHash } from 'node:crypto';
import type { Pair } from './pair-up.ts';
import { compare } from './threads.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** At most so many, those whose hash comes first: which they are does not hang on what else there is. */
export function withinLimit(pairs: readonly Pair[], limit: number): Pair[] {
  if (pairs.length <= limit) return [...pairs];
  const first = pairs
    .map(({ own }) => hashOf(own.documentKey))
    .toSorted(compare)
    .slice(0, limit);
  const kept = new Set(first);
  return pairs.filter(({ own }) => kept.has(hashOf(own.documentKey)));
}

/**
 * Whole threads by their hash, as many as the share has room for: what is held out is never answered in what is learnt.
 * The same documents are always held out.
 */
export function holdOut(pairs: readonly Pair[], share: number): { train: Pair[]; heldOut: Pair[] } {
  const sizes = new Map<string, number>();
  for (const { thread } of pairs) sizes.set(thread, (sizes.get(thread) ?? 0) + 1);
  let room = Math.floor(pairs.length * share);
  const held = new Set<string>();
  for (const [thread, size] of [...sizes].toSorted(([a], [b]) => compare(hashOf(a), hashOf(b)))) {
    if (size > room) continue;
    held.add(thread);
    room -= size;
  }
  return {
    train: pairs.filter(({ thread }) => !held.has(thread)),
    heldOut: pairs.filter(({ thread }) => held.has(thread)),
  };
}
