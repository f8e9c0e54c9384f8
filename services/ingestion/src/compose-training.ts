import { analyse } from '@personate/knowledge';
import { offLimitsOf } from '@personate/language';
import {
  buildTrainingSet,
  type BuildTrainingSetDeps,
  type BuildTrainingSetInput,
} from '@personate/training';
import type { IngestionParts } from './compose-ingestion.ts';

/** What a model is tuned on: made where the documents are read. */
export function composeTraining({ records }: Pick<IngestionParts, 'records'>) {
  const { personas, corpus } = records;
  const deps: BuildTrainingSetDeps = {
    personas,
    corpus,
    offLimits: (persona) => offLimitsOf(persona, analyse),
  };
  return { set: (input: BuildTrainingSetInput) => buildTrainingSet(deps, input) };
}
