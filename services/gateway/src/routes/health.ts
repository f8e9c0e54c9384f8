import { checkHealth } from '@personate/chassis';
import { degradedSchema, statusSchema } from '@personate/contracts';
import { maySee, principalOf } from '../http/access.ts';
import { z } from 'zod';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { suggestConsent } from '../suggest-consent.ts';
import type { App, RouteContext } from '../route-context.ts';

const tags = ['Server'];
const readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), ms: z.number() })),
  /** What answers have to do without now: they are given, and each says so. */
  degraded: z.array(degradedSchema),
});

export function routeHealth(app: App, { deps, closing, closed, isDraining }: RouteContext): void {
  app.get(
    '/health/live',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'isLive',
        summary: 'The process answers',
        tags,
        response: { 200: z.object({ status: z.literal('live') }) },
      },
    },
    async () => ({ status: 'live' as const }),
  );

  app.get(
    '/health/ready',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'isReady',
        summary: 'Every part that answers need works',
        tags,
        response: { 200: readiness, 503: readiness },
      },
    },
    async (_request, reply) => {
      const checks = await checkHealth(deps.health, bounds.healthMs, deps.log);
      const works = Object.entries(checks).every(
        ([name, { ok }]) => ok || deps.spared?.includes(name) === true,
      );
      const ready = !closing.aborted && !isDraining() && works;
      return reply
        .code(ready ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({
          status: ready ? ('ready' as const) : ('not-ready' as const),
          checks,
          degraded: [...(deps.degraded?.() ?? [])],
        });
    },
  );

  app.get(
    '/v1/status',
    {
      config: { access: 'any' },
      schema: {
        operationId: 'readStatus',
        summary: 'What the server runs on, and what could be better about it',
        tags,
        response: { 200: statusSchema },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const seen = (personaId: string) => maySee(principal, personaId);
      const status = await deps.status(requestSignal(reply, bounds.workMs, closed), seen);
      const silent = (await deps.personas.list()).filter(
        ({ id, status: kept, consent }) => kept === 'active' && consent === 'missing' && seen(id),
      );
      return { ...status, suggestions: [...status.suggestions, ...suggestConsent(silent)] };
    },
  );
}
