import type { WordTally } from './word-tally.ts';

const drawn = 100;

/**
 * Share of different words among 100 drawn at random, in the language with most words: HD-D of McCarthy and Jarvis
 * (2007), which does not depend on the length of the text as the plain type-token ratio does. Undefined below 100 words.
 */
export function vocabularyRichness(tally: WordTally): number | undefined {
  const language = tally.languages()[0];
  if (language === undefined) return undefined;
  const counts = [...tally.counts(language).values()].map(({ count }) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < drawn) return undefined;
  const missed = new Map<number, number>();
  let expected = 0;
  for (const count of counts) {
    let miss = missed.get(count);
    if (miss === undefined) {
      miss = chanceOfMissing(count, total);
      missed.set(count, miss);
    }
    expected += 1 - miss;
  }
  return expected / drawn;
}

/** C(total - count, drawn) / C(total, drawn). */
function chanceOfMissing(count: number, total: number): number {
  let chance = 1;
  for (let draw = 0; draw < drawn && chance > 0; draw += 1) {
    chance *= Math.max(0, total - count - draw) / (total - draw);
  }
  return chance;
}
