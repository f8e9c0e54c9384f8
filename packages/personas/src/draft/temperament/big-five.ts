import type { PersonaDocument } from '@personate/contracts';
import type { CategoryMeter } from './category-meter.ts';
import type { WordCategory } from './word-categories.ts';

type Factor = keyof NonNullable<PersonaDocument['persona']['bigFive']>;

export interface FactorMeasured {
  factor: Factor;
  /** 0..1: the share of people who would have less of it. */
  value: number;
  confidence: number;
  /** What was counted, beside what is usual. */
  basis: string;
}

/** Fewer own words than this say nothing of a temperament. */
export const leastTemperamentWords = 1_500;
const surestConfidence = 0.35;
/** A single category correlates with a self-reported factor by little more than this in the studies below. */
const correlation = 0.13;
/** Of so many standard deviations a category may differ: beyond, it is the subject that speaks, not the writer. */
const mostDeviation = 2;

/**
 * Mean and standard deviation in a hundred words. Closed classes and long words (over six letters): grand means of the
 * LIWC2015 manual (Pennebaker, Boyd, Jordan and Blackburn 2015). The open lists are ours, so their means are too: from
 * personal conversations, notes and posts, with a wide spread.
 */
const usual: Readonly<Record<WordCategory, readonly [mean: number, deviation: number]>> = {
  firstPerson: [5, 2.5],
  secondPerson: [1.7, 1.35],
  articles: [6.5, 1.7],
  prepositions: [12.9, 2.1],
  longWords: [15.6, 3.8],
  negations: [1.7, 0.85],
  tentative: [0.2, 0.2],
  positive: [3, 2],
  negative: [0.4, 0.3],
  anger: [0.04, 0.05],
  social: [3, 1.2],
  achievement: [0.9, 0.45],
};

/**
 * Which way a category goes with a factor, where Pennebaker and King (1999) and Yarkoni (2010) agree or one of them
 * reports it and the other does not contradict. All of these correlations are small; a meta-analysis of what language
 * can tell (Moreno et al. 2021) finds 0.26 to 0.30 a factor for whole texts.
 */
const correlates: Readonly<Record<Factor, ReadonlyArray<readonly [WordCategory, 1 | -1]>>> = {
  openness: [
    ['articles', 1],
    ['prepositions', 1],
    ['longWords', 1],
    ['firstPerson', -1],
  ],
  conscientiousness: [
    ['achievement', 1],
    ['negations', -1],
    ['negative', -1],
    ['anger', -1],
  ],
  extraversion: [
    ['positive', 1],
    ['social', 1],
    ['secondPerson', 1],
    ['negations', -1],
    ['tentative', -1],
  ],
  agreeableness: [
    ['positive', 1],
    ['social', 1],
    ['negative', -1],
    ['anger', -1],
  ],
  neuroticism: [
    ['negative', 1],
    ['firstPerson', 1],
    ['anger', 1],
    ['articles', -1],
  ],
};

const names: Readonly<Record<WordCategory, string>> = {
  firstPerson: 'first person',
  secondPerson: 'second person',
  articles: 'articles',
  prepositions: 'prepositions',
  longWords: 'long words',
  negations: 'negations',
  tentative: 'tentative words',
  positive: 'words of joy',
  negative: 'words of grief and worry',
  anger: 'words of anger',
  social: 'words of company',
  achievement: 'words of work and effort',
};

/**
 * An estimate of the five factors from word categories of own texts. The categories are weak signs, so the estimate
 * stays near the middle and its confidence low; empty below 1,500 words.
 */
export function bigFive(meter: CategoryMeter): FactorMeasured[] {
  if (meter.words < leastTemperamentWords) return [];
  const confidence = surestConfidence * (1 - Math.exp(-meter.words / 5_000));
  return Object.entries(correlates).map(([factor, signs]) => {
    const seen = signs.map(([category, sign]) => {
      const [mean, deviation] = usual[category];
      const rate = meter.rate(category);
      const z = Math.max(-mostDeviation, Math.min(mostDeviation, (rate - mean) / deviation));
      return { category, rate, mean, z: sign * z };
    });
    const estimate = seen.reduce((sum, { z }) => sum + correlation * z, 0);
    return {
      factor: factor as Factor,
      value: Math.round(100 * normalShare(estimate)) / 100,
      confidence: Math.round(100 * confidence) / 100,
      basis: `In 100 of ${meter.words} own words (usual): ${seen
        .map(({ category, rate, mean }) => `${names[category]} ${rate.toFixed(1)} (${mean})`)
        .join(', ')}. Weak signs: Pennebaker and King 1999, Yarkoni 2010.`,
    };
  });
}

/** Standard normal distribution; the logistic approximation errs by less than 0.01. */
function normalShare(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z));
}
