import { randomUUID } from 'node:crypto';
import type { Repositories } from '@personate/records';
import type { GatewayTraining } from './deps.ts';

/** Tuning runs as the records keep them; ingestion works on them. */
export function trainingOver(
  runs: Pick<
    Repositories['trainingRuns'],
    'create' | 'list' | 'get' | 'requestCancel' | 'promote' | 'drop' | 'servingModel'
  >,
): Omit<GatewayTraining, 'set'> {
  return {
    start: ({ model, ...run }) => runs.create({ ...run, runId: randomUUID(), baseModel: model }),
    list: (personaId) => runs.list(personaId),
    get: (personaId, runId) => runs.get(personaId, runId),
    promote: (personaId, runId) => runs.promote(personaId, runId),
    drop: (personaId) => runs.drop(personaId),
    servingModel: (personaId) => runs.servingModel(personaId),
    cancel: (personaId, runId) => runs.requestCancel(personaId, runId),
  };
}
