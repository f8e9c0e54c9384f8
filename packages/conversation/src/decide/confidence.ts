import { detectorModel } from './detector-model.ts';
import type { Features } from './features.ts';

/** One logistic function; it counts where the feature named by `when` is not 0, or always. */
export interface Factor {
  when?: keyof Features;
  bias: number;
  weights: Partial<Record<keyof Features, number>>;
}

/** The product of its factors: that there is such a fact, and that it is the persona's own. */
export interface DetectorModel {
  evidence: Factor;
  own: Factor;
  /** Below which lie one in twenty, and one in ten, of the questions that could be answered. */
  thresholds: { fivePercent: number; tenPercent: number };
}

/** The threshold of a persona that states none. */
export const defaultThreshold = detectorModel.thresholds.fivePercent;

/** 0..1: how sure it is that the evidence bears on the question. */
export function confidenceOf(
  features: Features,
  model: Pick<DetectorModel, 'evidence' | 'own'> = detectorModel,
): number {
  return shareOf(features, model.evidence) * shareOf(features, model.own);
}

/** Whether, had it been the persona's own fact, the evidence would have done. */
export function isOthersFact(features: Features, threshold: number): boolean {
  return shareOf(features, detectorModel.evidence) >= threshold;
}

function shareOf(features: Features, { when, bias, weights }: Factor): number {
  if (when !== undefined && features[when] === 0) return 1;
  let sum = bias;
  for (const [name, weight] of Object.entries(weights))
    sum += weight * features[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}
