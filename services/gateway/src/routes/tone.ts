import { toneReportSchema, toneRequestSchema } from '@personate/contracts';
import { maySee, principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';

export function routeTone(app: App, { deps, closed }: RouteContext): void {
  app.post(
    '/v1/personas/:id/tone',
    {
      config: { access: ['review'], answerMs: bounds.inspectMs + bounds.answerMs },
      schema: {
        operationId: 'trainTone',
        summary:
          'Train what tells how much a text sounds like the persona, measure it on texts that were held out, and score texts by it',
        tags: ['Personas'],
        params: personaParams,
        body: toneRequestSchema.nullish(),
        response: { 200: toneReportSchema },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      return deps.tone({
        personaId: request.params.id,
        maySee: (personaId) => maySee(principal, personaId),
        asked: toneRequestSchema.parse(request.body ?? {}),
        signal: requestSignal(reply, bounds.inspectMs, closed),
      });
    },
  );
}
