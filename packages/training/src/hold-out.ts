import { createHash } from 'node:crypto';
import { leastExamples } from '@personate/contracts';
import type { Pair } from './pair-up.ts';
import { compare } from './threads.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Each is hashed once: a comparison that hashes takes minutes of a large persona. */
function byHash<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, hash: hashOf(nameOf(item)) }))
    .sort((a, b) => compare(a.hash, b.hash))
    .map(({ item }) => item);
}

export interface Limit {
  examples: number;
  /** Of what is said on both sides, in UTF-8. */
  bytes: number;
}

/** Those whose hash comes first, as many as have room: which they are hangs little on what else there is. */
export function withinLimit(pairs: readonly Pair[], { examples, bytes }: Limit): Pair[] {
  const kept = new Set<Pair>();
  let room = bytes;
  for (const pair of byHash(pairs, ({ own }) => own.documentKey)) {
    room -= Buffer.byteLength(pair.own.text) + Buffer.byteLength(pair.request);
    if (room < 0 || kept.size === examples) break;
    kept.add(pair);
  }
  return pairs.filter((pair) => kept.has(pair));
}

/**
 * Whole threads by their hash, as many as the share has room for: what is held out is never answered in what is learnt.
 * The same documents are always held out.
 */
export function holdOut(pairs: readonly Pair[], share: number): { train: Pair[]; heldOut: Pair[] } {
  const sizes = new Map<string, number>();
  for (const { thread } of pairs) sizes.set(thread, (sizes.get(thread) ?? 0) + 1);
  // A small set is not made too small by it.
  let room = Math.min(Math.floor(pairs.length * share), pairs.length - leastExamples);
  const held = new Set<string>();
  for (const [thread, size] of byHash([...sizes], ([name]) => name)) {
    if (size > room) continue;
    held.add(thread);
    room -= size;
  }
  return {
    train: pairs.filter(({ thread }) => !held.has(thread)),
    heldOut: pairs.filter(({ thread }) => held.has(thread)),
  };
}
