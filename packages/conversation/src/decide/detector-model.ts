import type { DetectorModel } from './confidence.ts';

/** Written by bench/boundary/fit.ts. */
export const detectorModel: DetectorModel = {
  evidence: {
    bias: -9.327,
    weights: {
      passageCosine: 8.025,
      sentenceCosine: 1.282,
      sentencesCosine: 1.725,
      margin: 1.343,
      match: 0.011,
      ownMatch: 2.485,
      ownWindowMatch: 2.163,
      windowCoverage: 0.317,
      coverage: -0.387,
      vocabulary: 0.903,
      lexical: 0.995,
      unknownNames: -1.256,
      absentName: -0.411,
      missingType: -0.667,
      addressed: 1.692,
    },
  },
  own: {
    when: 'talks',
    bias: 1.026,
    weights: {
      othersMatch: 1.405,
      othersWindowMatch: -1.665,
      othersCosine: -0.933,
      othersCoverage: -1.868,
      othersMass: -5.566,
      othersAsked: -0.242,
      othersShare: -1.982,
    },
  },
  thresholds: {
    fivePercent: 0.202,
    tenPercent: 0.327,
  },
};
