export {
  buildTrainingSet,
  type BuildTrainingSetDeps,
  type BuildTrainingSetInput,
} from './build-training-set.ts';
export { makeTrainingSet, type MakeTrainingSetInput } from './make-training-set.ts';
