import { analyse } from '@personate/knowledge';
import { offLimitsOf } from '@personate/language';
import {
  buildTrainingSet,
  endRuns,
  type BuildTrainingSetDeps,
  type BuildTrainingSetInput,
} from '@personate/training';
import type { IngestionParts } from './compose-ingestion.ts';

/** What a model is tuned on: made where the documents are read. */
export function composeTraining({
  records,
  tuning = null,
  log,
}: Pick<IngestionParts, 'records' | 'tuning' | 'log'>) {
  const { personas, corpus, trainingRuns } = records;
  const deps: BuildTrainingSetDeps = {
    personas,
    corpus,
    offLimits: (persona) => offLimitsOf(persona, analyse),
  };
  return {
    set: (input: BuildTrainingSetInput) => buildTrainingSet(deps, input),
    end: async ({ personaId }: { personaId: string }) => ({
      ...(await endRuns({ runs: trainingRuns, endpoint: tuning, log }, { personaId })),
    }),
    endpoint: tuning,
  };
}
