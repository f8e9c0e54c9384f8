import { trainingSetSchema, type TrainingSetOptions } from '@personate/contracts';
import { at, type Http } from './http.ts';

/** A large persona's documents are all read. */
const setTimeoutMs = 10 * 60_000;

export function trainingCalls(http: Http) {
  const path = (id: string) => at`/v1/personas/${id}/training`;
  return {
    /** Examples of the persona's own words. */
    set(id: string, options: Partial<TrainingSetOptions> = {}, signal?: AbortSignal) {
      const call = { method: 'POST' as const, path: `${path(id)}/set`, json: options };
      return http.read({ ...call, signal, usualMs: setTimeoutMs }, trainingSetSchema);
    },
  };
}
