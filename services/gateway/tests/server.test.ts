import { afterEach, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildGateway } from '../src/build-gateway.ts';
import type { GatewayDeps } from '../src/deps.ts';
import { bareDeps, bearer, scopedKeys, testConfig } from './support/bare-deps.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

async function open(over: Partial<GatewayDeps> = {}, consoleDir?: string) {
  const deps = bareDeps(over);
  const built = await buildGateway(deps, { ...testConfig, ...(consoleDir ? { consoleDir } : {}) });
  apps.push(built.app);
  return { ...built, deps };
}

describe('/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document that describes every route', async () => {
    const { app, routes } = await open();
    const document = (await app.inject({ url: '/openapi.json' })).json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; security?: unknown[] }>>;
    }>();
    expect(document.openapi).toMatch(/^3\.1\./);
    const validated = await new Validator().validate(structuredClone(document));
    expect(validated.errors).toBeUndefined();
    expect(validated.valid).toBe(true);
    const described = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = described.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    // Itself, and the board of the queues: a page for people.
    const undescribed = ['/openapi.json', '/queues', '/queues/*'];
    const expected = routes.filter(({ url }) => !undescribed.includes(url));
    expect(ids.length).toBe(expected.length);
    expect(expected.every(({ operationId }) => operationId !== null)).toBe(true);
  });

  it('refers to nothing that it does not hold', async () => {
    const { app } = await open();
    const text = (await app.inject({ url: '/openapi.json' })).body;
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    const names = [...text.matchAll(/#\/components\/schemas\/([\w-]+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(components.schemas).toHaveProperty(name ?? '');
  });
});

describe('health', () => {
  it('of a gateway that takes its leave is not ready, while it answers and sends its clients elsewhere', async () => {
    const { app, drain } = await open();
    expect((await app.inject({ url: '/health/live' })).headers['connection']).not.toBe('close');
    const drained = drain(50);
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503);
    const answered = await app.inject({ url: '/health/live' });
    expect(answered.statusCode).toBe(200);
    expect(answered.headers['connection']).toBe('close');
    await drained;
  });

  it('is live, and ready when every part works', async () => {
    const { app } = await open();
    expect((await app.inject({ url: '/health/live' })).json()).toEqual({ status: 'live' });
    const ready = await app.inject({ url: '/health/ready' });
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: 'ready', checks: { records: { ok: true } } });
  });

  it('is not ready while a part fails, and says why in the log alone', async () => {
    const { app, deps } = await open({
      health: { records: () => Promise.reject(new Error('password wrong')), queue: async () => {} },
    });
    const response = await app.inject({ url: '/health/ready' });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({
      status: 'not-ready',
      checks: { records: { ok: false }, queue: { ok: true } },
    });
    expect(response.body).not.toContain('password');
    expect(deps.logged.join('')).toContain('password wrong');
  });

  it('is ready without a part that answers do not need, and says that it fails', async () => {
    const queue = () => Promise.reject(new Error('redis is away'));
    const { app } = await open({ health: { records: async () => {}, queue }, spared: ['queue'] });
    const response = await app.inject({ url: '/health/ready' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ status: 'ready', checks: { queue: { ok: false } } });
  });

  it('is not ready while a part hangs', async () => {
    const { app } = await open({ health: { records: () => new Promise(() => {}) } });
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503);
  });
});

describe('the console', () => {
  async function withConsole() {
    const folder = await mkdtemp(join(tmpdir(), 'console-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Personate</title>');
    await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), 'export {};');
    await writeFile(`${folder}.secret`, 'outside');
    const { app } = await open({}, folder);
    app.addHook('onClose', async () => {
      await rm(folder, { recursive: true });
      await rm(`${folder}.secret`);
    });
    const get = (url: string, accept = 'text/html,*/*') => app.inject({ url, headers: { accept } });
    return { app, folder, get };
  }

  it('is served at / under a policy that lets nothing else in', async () => {
    const { get } = await withConsole();
    const page = await get('/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('comes compressed to who takes it so', async () => {
    const { folder, get, app } = await withConsole();
    const script = `export const text = ${JSON.stringify('again and '.repeat(500))};`;
    await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), script);
    const url = '/assets/app-1a2b3c.js';
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
    expect((await get(url)).body).toBe(script);
  });

  it('lets hashed files be kept for ever', async () => {
    const { get } = await withConsole();
    const script = await get('/assets/app-1a2b3c.js', '*/*');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
  });

  it('shows its page at any address that a browser opens, but not at the API’s', async () => {
    const { get } = await withConsole();
    expect((await get('/personas/mara')).body).toContain('<title>Personate</title>');
    for (const url of ['/v1/nothing', '/v1', '/health/nothing']) {
      const response = await get(url);
      expect([url, response.statusCode]).toEqual([url, 404]);
      expect(response.json()).toMatchObject({ code: 'route.missing' });
    }
    expect((await get('/assets/gone.js', '*/*')).statusCode).toBe(404);
  });

  it.each([
    '/../secret',
    '/..%2f..%2fetc/passwd',
    '/assets/..%2f..%2f',
    '/%2e%2e/x',
    '//etc/passwd',
  ])('serves nothing outside its folder for %s', async (url) => {
    const { get } = await withConsole();
    const response = await get(url, '*/*');
    expect([400, 403, 404]).toContain(response.statusCode);
    expect(response.body).not.toContain('outside');
    expect(response.body).not.toContain('root:');
  });
});

it('answers in time, whatever hangs behind it', async () => {
  const deps = bareDeps();
  deps.personas.list = () => new Promise(() => {});
  const { app } = await buildGateway(deps, { ...testConfig, answerMs: 20 });
  apps.push(app);
  const response = await app.inject({ url: '/v1/personas', headers: bearer(scopedKeys.admin) });
  expect(response.json()).toMatchObject({ status: 504, code: 'request.timeout' });
});

it('answers a wrong address with a problem', async () => {
  const { app } = await open();
  const response = await app.inject({ method: 'POST', url: '/v1/nothing' });
  expect(response.json()).toMatchObject({ status: 404, code: 'route.missing' });
});

it('closes at once, whoever holds a connection on which nothing was asked', async () => {
  const { app } = await open();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const accepted = once(app.server, 'connection');
  const held = connect(port, '127.0.0.1').resume();
  await accepted;
  const closed = once(held, 'close');
  // Node itself would wait until the headers are late, which is for longer than this test may take.
  await app.close();
  await closed;
  expect(held.destroyed).toBe(true);
}, 10_000);
