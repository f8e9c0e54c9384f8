import { diagnosisSchema, modelSchema, statusSchema } from '@personate/contracts';
import { z } from 'zod';
import { at, type Http } from './http.ts';

const models = z.object({ data: z.array(modelSchema) });
const readinessSchema = z.object({
  status: z.enum(['ready', 'not-ready']),
  /** Each part that answers need, by name. */
  checks: z.record(z.string(), z.object({ ok: z.boolean(), ms: z.number() })),
});
export type Readiness = z.infer<typeof readinessSchema>;

/** What the server runs on. */
export function readStatus(http: Http, signal: AbortSignal | undefined) {
  return http.read({ path: '/v1/status', signal }, statusSchema);
}

/** It looks at everything at once, and waits for each for six seconds. */
const diagnosisMs = 15_000;

/** What the server finds of what it stands on. Needs an admin key that is not limited. */
export function readDiagnosis(http: Http, signal: AbortSignal | undefined) {
  const timeoutMs = diagnosisMs;
  return http.read({ path: '/v1/diagnosis', signal, timeoutMs }, diagnosisSchema);
}

/** Which parts work; a server that is not ready is no error here. Needs no key. */
export function readReadiness(http: Http, signal: AbortSignal | undefined): Promise<Readiness> {
  return http.read({ path: '/health/ready', signal, alsoFine: [503] }, readinessSchema);
}

/** Personas that the key may ask, as OpenAI's models. */
export function modelCalls(http: Http) {
  return {
    async list() {
      return (await http.read({ path: '/v1/models' }, models)).data;
    },
    /** @param model a persona's id, or `id@version`. */
    get: (model: string) => http.read({ path: at`/v1/models/${model}` }, modelSchema),
  };
}
