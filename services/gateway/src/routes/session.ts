import { ExpectedError, loginTokenSchema, sessionSchema } from '@personate/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { readCookie, sessionCookie } from '../http/authenticate.ts';
import type { RateLimits } from '../http/rate-limit.ts';
import { nothing, type App, type RouteContext } from '../route-context.ts';

const tags = ['Console login'];

export function routeSession(
  app: App,
  { deps: { sessions } }: RouteContext,
  limits: RateLimits,
): void {
  app.post(
    '/v1/session',
    {
      config: { access: 'open' },
      schema: {
        operationId: 'logIn',
        summary: 'Change a one-time token into the console’s cookie',
        tags,
        body: z.strictObject({ token: z.string().min(1).max(512) }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const session = await sessions.redeem(request.body.token);
      if (session === null) {
        await limits.countFailure(request, reply);
        throw new ExpectedError(
          'unauthenticated',
          'session.token-invalid',
          'This login address was used already, or is too old.',
          { fix: 'Run `personate login` for a new address of the console.' },
        );
      }
      setCookie(request, reply, session.cookie, session.maxAgeSeconds);
      return reply.code(204).send();
    },
  );

  app.get(
    '/v1/session',
    {
      config: { access: 'any' },
      schema: {
        operationId: 'readSession',
        summary: 'Who the key or cookie stands for',
        tags,
        response: { 200: sessionSchema },
      },
    },
    async (request) => ({
      principal: principalOf(request),
      by: request.authenticatedBy ?? ('key' as const),
    }),
  );

  app.delete(
    '/v1/session',
    {
      config: { access: 'any' },
      schema: {
        operationId: 'logOut',
        summary: 'End the console’s login',
        tags,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const cookie = readCookie(request.headers.cookie, sessionCookie);
      if (cookie !== null) await sessions.end(cookie);
      setCookie(request, reply, '', 0);
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/session/tokens',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'mintLoginToken',
        summary: 'A token for one login to the console, within ten minutes',
        tags,
        response: { 201: loginTokenSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { token, expiresAt } = sessions.mint();
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ token, expiresAt: expiresAt.toISOString() });
    },
  );
}

function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  value: string,
  maxAgeSeconds: number,
): void {
  // Behind a proxy that ends TLS only the page's own origin says that it is https; it was checked to be ours.
  const secure = request.protocol === 'https' || request.headers.origin?.startsWith('https:');
  reply.header(
    'set-cookie',
    `${sessionCookie}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`,
  );
}
