import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway } from '../src/build-gateway.ts';
import type { GatewayConfig, GatewayDeps } from '../src/deps.ts';
import { failedLoginsPerMinute } from '../src/http/rate-limit.ts';
import { bareDeps, bearer, scopedKeys, testConfig } from './support/bare-deps.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

async function open(config: Partial<GatewayConfig> = {}, over: Partial<GatewayDeps> = {}) {
  const deps = bareDeps(over);
  const { app } = await buildGateway(deps, { ...testConfig, ...config });
  apps.push(app);
  return { app, deps };
}

async function listen(config: Partial<GatewayConfig> = {}) {
  const { app } = await open(config);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const get = (headers: Record<string, string>, path = '/v1/session') =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      })
        .on('error', reject)
        .end();
    });
  return { get, port };
}

describe('a page of another name that resolves to our address', () => {
  const key = bearer(scopedKeys.admin);

  it('is refused by its Host, whatever key it has', async () => {
    const { get, port } = await listen();
    const refused = await get({ ...key, host: `rebound.example:${port}` });
    expect(refused.status).toBe(403);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'host.not-allowed' });
    expect((await get({ ...key, host: `localhost:${port}` })).status).toBe(200);
    expect((await get({ ...key, host: `localhost:${port + 1}` })).status).toBe(403);
  });

  it('is refused by its Origin', async () => {
    const { get, port } = await listen();
    const refused = await get({ ...key, origin: 'http://rebound.example' });
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'origin.not-allowed' });
    expect((await get({ ...key, origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  });

  it('may be named in the settings', async () => {
    const { get } = await listen({ allowedHosts: ['personate.example'] });
    expect((await get({ ...key, host: 'personate.example' })).status).toBe(200);
  });

  it('does not keep probes out, which come by address', async () => {
    const { get } = await listen();
    expect((await get({ host: '10.0.0.7:8787' }, '/health/live')).status).toBe(200);
    expect((await get({ host: '10.0.0.7:8787' }, '/openapi.json')).status).toBe(403);
  });
});

describe('the console’s login', () => {
  const host = { host: 'localhost:80' };
  const origin = { origin: 'http://localhost' };

  async function logIn() {
    const { app, deps } = await open();
    const minted = await app.inject({
      method: 'POST',
      url: '/v1/session/tokens',
      headers: bearer(scopedKeys.admin),
    });
    const { token } = minted.json<{ token: string }>();
    const response = await app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { ...host, ...origin },
      payload: { token },
    });
    const set = String(response.headers['set-cookie']);
    return { app, deps, token, response, set, cookie: set.split(';')[0] ?? '' };
  }

  it('changes a token that an admin minted into a cookie that scripts and other sites cannot use', async () => {
    const { response, set, app, cookie } = await logIn();
    expect(response.statusCode).toBe(204);
    expect(set).toMatch(
      /^personate_session=[^;]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    const session = await app.inject({ url: '/v1/session', headers: { ...host, cookie } });
    expect(session.json()).toMatchObject({ by: 'cookie', principal: { keyId: 'key-admin' } });
  });

  it('has a cookie for https only when its page came by https', async () => {
    const { app, deps } = await open({ allowedHosts: ['personate.example'] });
    const response = await app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: { host: 'personate.example', origin: 'https://personate.example' },
      payload: { token: deps.sessions.mint().token },
    });
    expect(String(response.headers['set-cookie'])).toMatch(/; Secure$/);
  });

  it('is good for one use of the token, which stands in no log', async () => {
    const { app, deps, token } = await logIn();
    const again = await app.inject({
      method: 'POST',
      url: '/v1/session',
      headers: host,
      payload: { token },
    });
    expect(again.statusCode).toBe(401);
    expect(again.json()).toMatchObject({ code: 'session.token-invalid' });
    expect(deps.logged.join('')).not.toContain(token.slice(0, 40));
  });

  it('lets no change through without an Origin of ours', async () => {
    const { app, cookie } = await logIn();
    const change = (headers: Record<string, string>) =>
      app.inject({
        method: 'DELETE',
        url: '/v1/session',
        headers: { ...host, cookie, ...headers },
      });
    expect((await change({})).json()).toMatchObject({ code: 'origin.missing' });
    expect((await change({ origin: 'http://evil.example' })).json()).toMatchObject({
      code: 'origin.not-allowed',
    });
    expect((await change(origin)).statusCode).toBe(204);
  });

  it('ends with the logout', async () => {
    const { app, cookie } = await logIn();
    const headers = { ...host, ...origin, cookie };
    const out = await app.inject({ method: 'DELETE', url: '/v1/session', headers });
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    const after = await app.inject({ url: '/v1/session', headers });
    expect(after.json()).toMatchObject({ code: 'session.invalid' });
  });
});

describe('rates', () => {
  it('of wrong keys count none that could not be looked at: whoever asks then is told why', async () => {
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const verify = () => Promise.reject(away);
    const { app } = await open({}, { keys: { ...bareDeps().keys, verify } });
    for (let i = 0; i < failedLoginsPerMinute + 2; i += 1) {
      const refused = await app.inject({ url: '/v1/session', headers: bearer(scopedKeys.chat) });
      expect(refused.json()).toMatchObject({ status: 503, code: 'database.unreachable' });
    }
  });

  it('are limited for each key, with the time to wait', async () => {
    const { app } = await open({ requestsPerMinute: 3 });
    const get = (key: string) => app.inject({ url: '/v1/session', headers: bearer(key) });
    for (let i = 0; i < 3; i += 1) expect((await get(scopedKeys.chat)).statusCode).toBe(200);
    const refused = await get(scopedKeys.chat);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({
      code: 'rate.exceeded',
      error: { type: 'rate_limit_error' },
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await get(scopedKeys.admin)).statusCode).toBe(200);
  });

  it('are limited for wrong keys and tokens of an address; a right key or token there still passes', async () => {
    const { app, deps } = await open();
    const wrong = () => app.inject({ url: '/v1/session', headers: bearer('wrong') });
    const token = () =>
      app.inject({ method: 'POST', url: '/v1/session', payload: { token: 'made up' } });
    for (let i = 0; i < failedLoginsPerMinute / 2; i += 1) {
      expect((await wrong()).statusCode).toBe(401);
      expect((await token()).statusCode).toBe(401);
    }
    expect((await wrong()).statusCode).toBe(429);
    expect((await token()).statusCode).toBe(429);
    const right = await app.inject({ url: '/v1/session', headers: bearer(scopedKeys.chat) });
    expect(right.statusCode).toBe(200);
    const minted = await app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: { token: deps.sessions.mint().token },
    });
    expect(minted.statusCode).toBe(204);
    expect((await wrong()).statusCode).toBe(429);
  });
});

it('says on every answer what a browser must not do with it', async () => {
  const { app } = await open();
  const { headers } = await app.inject({ url: '/openapi.json' });
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

describe('the board of the queues', () => {
  it('leads a browser without a login to the console’s door, and tells anything else what it lacks', async () => {
    const consoleDir = await mkdtemp(join(tmpdir(), 'personate-console-'));
    const { app } = await open({ consoleDir });
    const get = (headers: Record<string, string>) => app.inject({ url: '/queues/', headers });
    const page = { accept: 'text/html,*/*;q=0.8' };
    expect((await get(page)).headers['location']).toBe('/?then=queues');
    expect((await get({})).json()).toMatchObject({ code: 'key.missing' });
    expect((await get({ ...page, ...bearer('sk-none') })).json()).toMatchObject({ code: 'key.invalid' }); // prettier-ignore
    expect((await get({ ...page, ...bearer(scopedKeys.chat) })).statusCode).toBe(403);
    await rm(consoleDir, { recursive: true });
  });
});
