import type { IngestDeps } from '@personate/ingestion';
import type { Repositories } from '@personate/records';

/** Generations as the worker sees them: those that were given up, once they have rested for so long. */
export function readGenerations(
  generations: Repositories['generations'],
  keepRetiredMs: number,
): IngestDeps['generations'] {
  return {
    find: (personaId) => generations.find(personaId),
    serving: (personaId, embedding) => generations.serving(personaId, embedding),
    building: (personaId) => generations.building(personaId),
    kept: (personaId) => generations.kept(personaId),
    dropping: (personaId) => generations.dropping(personaId, keepRetiredMs),
    progress: (of, progress) => generations.progress(of, progress),
    failed: (of, error, final) => generations.failed(of, error, final),
    switchTo: (of) => generations.switchTo(of),
    forget: (of) => generations.forget(of),
  };
}
