import type { SceneItem } from './scene.ts';
import { absolute, normalise, scores, weights, type ScoreInput, type ScoreName } from './scores.ts';

export interface Ranked {
  item: SceneItem;
  score: number;
  /** Weighted share of each score; they sum to `score`. */
  shares: Record<string, number>;
}

const names = Object.keys(scores) as ScoreName[];

/** Every candidate with its score, best first. */
export function rescore(input: ScoreInput, isOn: (step: ScoreName) => boolean): Ranked[] {
  const ranked = input.scene.candidates.map((item): Ranked => ({ item, score: 0, shares: {} }));
  for (const name of names) {
    if (!isOn(name)) continue;
    const values = scores[name](input);
    const normalised = absolute.has(name) ? values : normalise(values);
    for (const [i, entry] of ranked.entries()) {
      const share = weights[name] * (normalised[i] ?? 0);
      entry.shares[name] = share;
      entry.score += share;
    }
  }
  return ranked.toSorted((a, b) => b.score - a.score);
}
