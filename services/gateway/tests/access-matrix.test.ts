import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Scope } from '@personate/contracts';
import type { FastifyInstance } from 'fastify';
import { buildGateway } from '../src/build-gateway.ts';
import type { GuardedRoute } from '../src/http/guard.ts';
import { bareDeps, bearer, principal, scopedKeys, testConfig } from './support/bare-deps.ts';

const scopes: Scope[] = ['chat', 'ingest', 'review', 'admin'];
/** Every route that needs no key: a new one has to be added here on purpose. */
const open = [
  'GET /health/live',
  'GET /health/ready',
  'GET /openapi.json',
  'POST /v1/session',
].sort();

let app: FastifyInstance;
let routes: readonly GuardedRoute[];

beforeAll(async () => {
  ({ app, routes } = await buildGateway(bareDeps(), testConfig));
});
afterAll(() => app.close());

const path = (url: string) =>
  url
    .replace(':id', 'mara')
    .replace(
      /:(?:passageId|documentKey|ingestionId|conversationId|memoryId|proposalId|erasureId|interviewId|runId)/,
      uuid,
    )
    .replace(/:(?:version|from|to|generation)/g, '1')
    .replace(/:(?:model|keyId|user)/, 'mara');
const uuid = '00000000-0000-4000-8000-000000000001';
const call = (route: GuardedRoute, headers: Record<string, string>) =>
  app.inject({ method: route.method as 'GET', url: path(route.url), headers });

it('has only the open routes that were meant to be open', () => {
  const found = routes.filter(({ access }) => access === 'open');
  expect(found.map(({ method, url }) => `${method} ${url}`).sort()).toEqual(open);
});

it('knows the whole API', () => {
  expect(routes.length).toBeGreaterThan(35);
});

describe('every other route', () => {
  it('answers 401 without a key, and names no persona', async () => {
    for (const route of routes.filter(({ access }) => access !== 'open')) {
      const response = await call(route, {});
      expect([route.url, response.statusCode]).toEqual([route.url, 401]);
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.json()).toMatchObject({
        code: 'key.missing',
        error: { code: 'key.missing' },
      });
    }
  });

  it('answers 401 to a wrong key', async () => {
    for (const route of routes.filter(({ access }) => access !== 'open').slice(0, 10)) {
      const response = await call(route, bearer('wrong'));
      expect([route.url, response.statusCode]).toEqual([route.url, 401]);
    }
  });

  it('answers 403 to a key of each scope that it does not take, and lets the others through', async () => {
    for (const route of routes) {
      if (route.access === 'open') continue;
      for (const scope of scopes) {
        const allowed = route.access === 'any' || scope === 'admin' || route.access.includes(scope);
        const response = await call(route, bearer(scopedKeys[scope]));
        const code = String(response.headers['content-type']).includes('problem+json')
          ? response.json<{ code: string }>().code
          : 'none';
        expect([route.method, route.url, scope, code === 'key.scope-missing']).toEqual([
          route.method,
          route.url,
          scope,
          !allowed,
        ]);
      }
    }
  });
});

it('keeps a key that is limited to some personas from every route of another one', async () => {
  const limited = principal({ keyId: 'key-limited', personas: ['erik'] });
  const gateway = await buildGateway(
    bareDeps({ keys: { ...bareDeps().keys, verify: async () => limited } }),
    testConfig,
  );
  const ofPersona = gateway.routes.filter(({ url }) => url.startsWith('/v1/personas/:id'));
  expect(ofPersona.length).toBeGreaterThan(20);
  for (const route of ofPersona) {
    const response = await gateway.app.inject({
      method: route.method as 'GET',
      url: path(route.url),
      headers: bearer('any'),
    });
    expect([route.url, response.json<{ code: string }>().code]).toEqual([
      route.url,
      'key.persona-not-allowed',
    ]);
  }
  for (const url of ['/v1/keys', '/v1/models/mara', '/v1/conversations?persona=mara']) {
    const response = await gateway.app.inject({ url, headers: bearer('any') });
    expect([url, response.statusCode]).toEqual([url, 403]);
  }
  const chat = await gateway.app.inject({
    method: 'POST',
    url: '/v1/chat/completions',
    headers: bearer('any'),
    payload: { model: 'mara', messages: [{ role: 'user', content: 'Hello?' }] },
  });
  expect(chat.statusCode).toBe(403);
  await gateway.app.close();
});

it('does not start with a route that does not say who may call it', async () => {
  const { app: other } = await buildGateway(bareDeps(), testConfig);
  expect(() => other.get('/v1/forgotten', () => 'x')).toThrow('does not say who may call it');
  await other.close();
});
