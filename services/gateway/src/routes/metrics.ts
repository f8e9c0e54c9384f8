import { z } from 'zod';
import { principalOf, requireUnlimited } from '../http/access.ts';
import type { App, RouteContext } from '../route-context.ts';

/** For a server that has no port of its own for them. */
export function routeMetrics(app: App, { deps }: RouteContext): void {
  const { registry } = deps.telemetry.metrics;
  app.get(
    '/metrics',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'readMetrics',
        summary: 'Metrics of this process, as Prometheus reads them',
        description:
          'Of `npm start` only: the services of a cluster serve them on a port of their own.',
        tags: ['Server'],
        produces: ['text/plain'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const text = await registry.metrics();
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .serializer((body: unknown) => String(body))
        .send(text);
    },
  );
}
