export {
  buildTrainingSet,
  type BuildTrainingSetDeps,
  type BuildTrainingSetInput,
} from './build-training-set.ts';
export type { WorkOnRunDeps } from './run/run-deps.ts';
export type { JobState, TuningEndpoint } from './run/tuning-endpoint.ts';
export { endRuns, type EndedRuns } from './run/end-runs.ts';
export { workOnRun } from './run/work-on-run.ts';
export { makeTrainingSet, type MakeTrainingSetInput } from './make-training-set.ts';
