import { diagnosisSchema } from '@personate/contracts';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import type { App, RouteContext } from '../route-context.ts';

export function routeDiagnosis(app: App, { deps, closed }: RouteContext): void {
  app.get(
    '/v1/diagnosis',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'readDiagnosis',
        summary: 'What the server finds of what it stands on, and what to do about it',
        description:
          'Database, queue, knowledge store, uploads, clocks; of a cluster also which instances run, in which versions. `personate doctor` shows it.',
        tags: ['Server'],
        response: { 200: diagnosisSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const checks = await deps.diagnose(requestSignal(reply, bounds.workMs, closed));
      return reply.header('cache-control', 'no-store').send({ checks });
    },
  );
}
