export type * from './answer-turn-types.ts';
export type * from './deps.ts';
export { answerTurn } from './answer-turn.ts';
export { createSimilarity, type Similarity } from './similarity.ts';
export {
  evaluateProbes,
  type EvaluateProbesInput,
  type ProbeReport,
  type ProbeResult,
} from './probes/evaluate-probes.ts';
// For fitting the decision anew: `scripts/fit-decision.ts`.
export { confidenceOf, defaultThreshold, featuresOf, type Features } from './decide/confidence.ts';
export { recallEvidence } from './recall-evidence.ts';
export { understandQuestion } from './understand/understand-question.ts';
