export type * from './answer-turn-types.ts';
export type * from './deps.ts';
export {
  usualAspects,
  type AspectDeps,
  type AspectModel,
  type AspectSettings,
} from './aspects/aspect-settings.ts';
export { RestingModel } from './aspects/resting-model.ts';
export { answerTurn } from './answer-turn.ts';
export { ToneHeads, type ToneDeps } from './tone/tone-heads.ts';
export { explainTurn } from './explain-turn.ts';
export { PersonaWatch, type PersonaWatchDeps } from './consent/persona-watch.ts';
export { RestingSpeaker } from './resting-speaker.ts';
export { createSimilarity, type Similarity } from './similarity.ts';
export {
  evaluateProbes,
  type EvaluateProbesInput,
  type ProbeReport,
  type ProbeResult,
} from './probes/evaluate-probes.ts';
export {
  calibratePersona,
  type CalibrateDeps,
  type CalibrateInput,
} from './calibrate/calibrate-persona.ts';
export { generalQuestions } from './probes/general-questions.ts';
// For measuring the decision and fitting it anew: bench/boundary.
export { decide } from './decide/decide.ts';
export {
  confidenceOf,
  defaultThreshold,
  type DetectorModel,
  type Factor,
} from './decide/confidence.ts';
export { featuresOf, type Features } from './decide/features.ts';
export { recallEvidence } from './recall-evidence.ts';
export { selfNames } from './understand/self-names.ts';
export { warmUp } from './understand/warm-up.ts';
export { understandQuestion } from './understand/understand-question.ts';
