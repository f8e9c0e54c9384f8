import { ExpectedError } from '@personate/contracts';
import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayConfig, GatewayDeps } from '../deps.ts';
import { requirePersona, requireScope, type Access } from './access.ts';
import { authenticate } from './authenticate.ts';
import { checkHost, type HostRule } from './check-host.ts';
import { openRateLimits, type RateLimits } from './rate-limit.ts';

export interface GuardedRoute {
  method: string;
  url: string;
  access: Access;
  /** `operationId` of the API's description; null for what that leaves out. */
  operationId: string | null;
  config: FastifyContextConfig;
}

/** Headers of every answer; the console's pages have a policy of their own. */
const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/**
 * What every request passes before its body is read: our name in Host and Origin, a valid key, its rate, its
 * scope, its personas. @returns the list of routes, filled as they are registered.
 */
export async function guardRoutes(
  app: FastifyInstance,
  deps: Pick<GatewayDeps, 'keys' | 'sessions'>,
  config: Pick<GatewayConfig, 'allowedHosts' | 'requestsPerMinute'>,
): Promise<{ routes: readonly GuardedRoute[]; limits: RateLimits }> {
  const routes: GuardedRoute[] = [];
  app.decorateRequest('principal', null);
  app.decorateRequest('authenticatedBy', null);
  const limits = await openRateLimits(app, config.requestsPerMinute);

  app.addHook('onRoute', ({ method, url, config: routeConfig, schema }) => {
    const access = routeConfig?.access;
    if (routeConfig === undefined || access === undefined) {
      throw new Error(`${String(method)} ${url} does not say who may call it`);
    }
    const { operationId = null } = (schema ?? {}) as { operationId?: string };
    for (const one of [method].flat()) {
      routes.push({ method: one, url, access, operationId, config: routeConfig });
    }
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).headers(securityHeaders);
    // Probes come by the pod's address.
    if (request.routeOptions.url?.startsWith('/health/')) return;
    checkHost(request.headers, hostRule(app, config.allowedHosts));
    const access = request.routeOptions.config?.access ?? 'open';
    if (access === 'open') return;
    try {
      const { principal, by } = await authenticate(deps, request);
      request.principal = principal;
      request.authenticatedBy = by;
    } catch (error) {
      if (isWrongKey(error)) await limits.countFailure(request, reply);
      throw error;
    }
    await limits.countRequest(request, reply);
    requireScope(request.principal, access);
    const personaId = personaOf(request);
    if (personaId !== null) requirePersona(request.principal, personaId);
  });
  return { routes, limits };
}

/** Not one that could not be looked at, nor one that is missing. */
function isWrongKey(error: unknown): boolean {
  return error instanceof ExpectedError && error.code === 'key.invalid';
}

function hostRule(app: FastifyInstance, allowedHosts: readonly string[]): HostRule {
  const address = app.server.address();
  return { allowedHosts, port: address && typeof address === 'object' ? address.port : null };
}

/** The persona that the path names, whatever the route. */
function personaOf(request: FastifyRequest): string | null {
  if (!request.routeOptions.url?.startsWith('/v1/personas/:id')) return null;
  const { id } = request.params as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
