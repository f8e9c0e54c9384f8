import {
  trainingRunSchema,
  trainingSetSchema,
  type TrainingSetOptions,
} from '@personate/contracts';
import { z } from 'zod';
import { at, type Http } from './http.ts';

/** A large persona's documents are all read. */
const setTimeoutMs = 10 * 60_000;

export function trainingCalls(http: Http) {
  const path = (id: string) => at`/v1/personas/${id}/training`;
  const run = (id: string, runId: string) => at`/v1/personas/${id}/training/runs/${runId}`;
  const dropped = z.object({ dropped: trainingRunSchema.nullable() });
  const runs = z.object({ items: z.array(trainingRunSchema) });
  return {
    /** Examples of the persona's own words. */
    set(id: string, options: Partial<TrainingSetOptions> = {}, signal?: AbortSignal) {
      const call = { method: 'POST' as const, path: `${path(id)}/set`, json: options };
      return http.read({ ...call, signal, usualMs: setTimeoutMs }, trainingSetSchema);
    },
    /** Tunes that model on such a set. */
    start(id: string, wanted: { model: string } & Partial<TrainingSetOptions>) {
      const call = { method: 'POST' as const, path: `${path(id)}/runs`, json: wanted };
      return http.read(call, trainingRunSchema);
    },
    /** Newest first. */
    async list(id: string) {
      return (await http.read({ path: `${path(id)}/runs` }, runs)).items;
    },
    get: (id: string, runId: string) => http.read({ path: run(id, runId) }, trainingRunSchema),
    promote: (id: string, runId: string) =>
      http.read({ method: 'POST', path: `${run(id, runId)}/promote` }, trainingRunSchema),
    /** @returns the run whose model spoke for it. */
    async drop(id: string) {
      const call = { method: 'POST' as const, path: `${path(id)}/drop` };
      return (await http.read(call, dropped)).dropped;
    },
    cancel: (id: string, runId: string) =>
      http.read({ method: 'POST', path: `${run(id, runId)}/cancel` }, trainingRunSchema),
  };
}
