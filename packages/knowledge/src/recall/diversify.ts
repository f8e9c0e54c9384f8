import type { Ranked } from './rescore.ts';
import { wordsOf } from './passage-words.ts';

/** Share of words two texts must have in common to say the same. */
const sameAbove = 0.8;
const penalty = -10;

/**
 * What says the same again moves down, behind what says something new. Looked at as far as it takes
 * to fill a page of `wanted` results.
 */
export function diversify(ranked: readonly Ranked[], wanted: number): Ranked[] {
  const chosen: Array<ReadonlySet<string>> = [];
  const adjusted = ranked.map((entry): Ranked => {
    if (chosen.length >= wanted) return entry;
    const words = wordsOf(entry.item.passage);
    if (!chosen.some((other) => sameWords(words, other))) {
      chosen.push(words);
      return entry;
    }
    return {
      ...entry,
      score: entry.score + penalty,
      shares: { ...entry.shares, repetition: penalty },
    };
  });
  return adjusted.toSorted((a, b) => b.score - a.score);
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  if (less.size < more.size * sameAbove || less.size === 0) return false;
  let both = 0;
  for (const word of less) if (more.has(word)) both += 1;
  return both >= sameAbove * (a.size + b.size - both);
}
