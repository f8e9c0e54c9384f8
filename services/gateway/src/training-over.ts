import { randomUUID } from 'node:crypto';
import type { Repositories } from '@personate/records';
import type { GatewayTraining } from './deps.ts';

/** Tuning runs as the records keep them; ingestion works on them. */
export function trainingOver(
  runs: Pick<Repositories['trainingRuns'], 'create' | 'list' | 'get' | 'requestCancel'>,
): Omit<GatewayTraining, 'set'> {
  return {
    start: ({ model, ...run }) => runs.create({ ...run, runId: randomUUID(), baseModel: model }),
    list: (personaId) => runs.list(personaId),
    get: (personaId, runId) => runs.get(personaId, runId),
    cancel: (personaId, runId) => runs.requestCancel(personaId, runId),
  };
}
