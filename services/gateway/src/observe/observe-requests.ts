import type { Span, Telemetry } from '@personate/chassis';
import { personaIdSchema, traceContextSchema } from '@personate/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Of an address that no route has: whatever was sent, it is one. */
const noRoute = 'none';

/**
 * Every request in the metrics, by its route's template; as a span, that goes on from the client's; and its id in the
 * log, wherever something is logged for it.
 */
export function observeRequests(app: FastifyInstance, telemetry: Telemetry): void {
  const { metrics, tracer, ids } = telemetry;
  const underWay = new WeakMap<FastifyRequest, { span: Span; inside: Inside }>();

  app.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions } = request;
    const { traceparent } = request.headers;
    const route = routeOptions.url ?? noRoute;
    const personaId = personaOf(request);
    const span = tracer.start(`${method} ${route}`, {
      kind: 'server',
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'personate.request': request.id,
        ...(personaId === undefined ? {} : { 'personate.persona': personaId }),
      },
      parent: traceContextSchema.safeParse({ traceparent }).data,
    });
    const about = { requestId: request.id, ...(personaId === undefined ? {} : { personaId }) };
    ids.run(about, () =>
      span.run(() => {
        underWay.set(request, { span, inside: (work) => ids.run(about, () => span.run(work)) });
        done();
      }),
    );
  });

  // A body that was read came by events of the socket, which know nothing of the request.
  app.addHook('preValidation', (request, _reply, done) => {
    const here = underWay.get(request);
    if (here === undefined) done();
    else here.inside(() => done());
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? noRoute;
    const method = route === noRoute ? 'any' : request.method;
    const status = String(reply.statusCode);
    metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1_000);
    const span = underWay.get(request)?.span;
    span?.set({ 'http.response.status_code': reply.statusCode });
    span?.end(reply.statusCode >= 500 ? new Error('answered with a fault') : undefined);
  });
}

type Inside = (work: () => void) => void;

function personaOf(request: FastifyRequest): string | undefined {
  if (request.routeOptions.url?.startsWith('/v1/personas/:id') !== true) return undefined;
  return personaIdSchema.safeParse((request.params as { id?: unknown }).id).data;
}
