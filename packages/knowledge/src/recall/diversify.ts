import type { Ranked } from './rescore.ts';
import { tokenise } from '../lexical/tokenise.ts';

/** Share of words two texts must have in common to say the same. */
const sameAbove = 0.8;
const penalty = -3;
/** Texts compared: enough for any page of results. */
const looksAt = 60;

/** What says the same again moves down, behind everything that says something new. */
export function diversify(ranked: readonly Ranked[]): Ranked[] {
  const chosen: Array<Set<string>> = [];
  const adjusted = ranked.map((entry, i): Ranked => {
    if (i >= looksAt) return entry;
    const words = new Set(tokenise(entry.item.passage.text));
    if (!chosen.some((other) => overlap(words, other) >= sameAbove)) {
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

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / (a.size + b.size - both);
}
