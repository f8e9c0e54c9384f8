import { explainOptionsSchema, explanationSchema } from '@personate/contracts';
import { vouchedUser } from '../chat/vouched-user.ts';
import { audienceOf, principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';

export function routeExplanations(app: App, { deps, config, closed }: RouteContext): void {
  app.post(
    '/v1/personas/:id/explain',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'explainTurn',
        summary:
          'What a question would put before a model: the decision, each part of the prompt with its tokens and its ' +
          'budget, and what of the modules, the evidence and the memory went in; nothing is answered or stored',
        tags: ['Personas'],
        params: personaParams,
        body: explainOptionsSchema,
        response: { 200: explanationSchema },
      },
    },
    async (request, reply) => {
      const { question, history, version, user, style, aspects } = request.body;
      const principal = principalOf(request);
      return deps.explain({
        personaId: request.params.id,
        messages: [...history, { role: 'user', content: question }],
        userId: vouchedUser(user, {
          principal,
          headers: request.headers,
          userHeader: config.userHeader,
        }),
        keyId: principal.keyId,
        audience: audienceOf(principal),
        ...(style === undefined ? {} : { style }),
        ...(aspects === undefined ? {} : { aspects }),
        ...(version === undefined ? {} : { version }),
        signal: requestSignal(reply, bounds.workMs, closed),
      });
    },
  );
}
