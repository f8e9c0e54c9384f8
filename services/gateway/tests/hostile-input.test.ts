import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { buildGateway } from '../src/build-gateway.ts';
import { setBodyDeadline } from '../src/http/body-deadline.ts';
import { handleErrors } from '../src/http/handle-errors.ts';
import { bareDeps, bearer, scopedKeys, testConfig } from './support/bare-deps.ts';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  ({ app } = await buildGateway(bareDeps(), testConfig));
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(() => app.close());

const send = (payload: string, type = 'application/json') =>
  app.inject({
    method: 'POST',
    url: '/v1/chat/completions',
    headers: { ...bearer(scopedKeys.chat), 'content-type': type, host: `localhost:${port}` },
    payload,
  });
const asking = (content: unknown) =>
  JSON.stringify({ model: 'mara', messages: [{ role: 'user', content }] });

/** Writes raw bytes and reads until the server closes. */
function raw(text: string, socketPort = port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPort, '127.0.0.1', () => socket.write(text));
    let read = '';
    socket.on('data', (chunk) => (read += chunk.toString()));
    socket.on('close', () => resolve(read));
    socket.on('error', reject);
  });
}

it.each(['ENOSPC', '53100'])('says that the disk is full when it is (%s)', async (code) => {
  const personas = {
    ...bareDeps().personas,
    list: () => Promise.reject(Object.assign(new Error('cannot extend base/5/16522'), { code })),
  };
  const { app: full } = await buildGateway(bareDeps({ personas }), testConfig);
  const response = await full.inject({
    url: '/v1/models',
    headers: { ...bearer(scopedKeys.chat), host: 'localhost' },
  });
  expect(response.json()).toMatchObject({ status: 503, code: 'storage.full' });
  expect(response.body).not.toContain('16522');
  await full.close();
});

it('a client that still sends what was refused already is told why, and not cut off', async () => {
  const body = 'x'.repeat(100_000);
  const socket = connect(port, '127.0.0.1');
  let read = '';
  socket.on('data', (chunk) => (read += chunk.toString()));
  const closed = once(socket, 'close');
  const head = `POST /v1/chat/completions HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head + body.slice(0, 50_000));
  // By its answer the server has read what came before.
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  expect(read).toBe('');
  socket.write(body.slice(50_000));
  const [failed] = (await closed) as [boolean];
  expect([failed, read.split('\r\n')[0]]).toEqual([false, 'HTTP/1.1 401 Unauthorized']);
});

it('one that does not go on sending is told all the same', async () => {
  const answer = await raw(
    `POST /v1/chat/completions HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\ncontent-length: 100000\r\n\r\nhalf`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

describe('hostile bodies', () => {
  it('refuses a question of 100 kB, clearly', async () => {
    const response = await send(asking('wh'.repeat(50_000)));
    expect(response.json()).toMatchObject({ status: 413, code: 'chat.question-too-long' });
  });

  it('refuses a body beyond its bound', async () => {
    const response = await send(asking('x'.repeat(1024 * 1024)));
    expect(response.json()).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  it('reads JSON that is deep without falling', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const response = await send(`{"model":"mara","messages":[{"role":"user","content":${deep}}]}`);
    expect(response.statusCode).toBe(400);
    const inMetadata = await send(
      `{"model":"mara","messages":[{"role":"user","content":"Hi?"}],"metadata":{"a":${deep}}}`,
    );
    expect(inMetadata.statusCode).toBe(200);
  });

  it.each(['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'])(
    'refuses %s, which would pollute prototypes',
    async (poison) => {
      const response = await send(poison);
      expect(response.json()).toMatchObject({ status: 400, code: 'request.malformed' });
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  it.each(['', '{', 'null', '[]', '7', '"text"'])('answers 400 to the body %j', async (body) => {
    expect((await send(body)).statusCode).toBe(400);
  });

  it.each(['a\0b', 'half \ud83d'])(
    'refuses a user that no database can tell from another: %j',
    async (user) => {
      const messages = [{ role: 'user', content: `What is ${user}?` }];
      const spoken = await send(JSON.stringify({ model: 'mara', messages, user: 'whole 🙂' }));
      expect(spoken.statusCode).toBe(200);
      const named = await send(JSON.stringify({ model: 'mara', messages, user }));
      expect(named.json()).toMatchObject({
        status: 400,
        code: 'request.invalid',
        error: { param: 'user' },
      });
    },
  );

  it('refuses NUL and halves of characters in what is kept or looked for, and names the member', async () => {
    const headers = { ...bearer(scopedKeys.admin), host: `localhost:${port}` };
    for (const [method, url, payload, param] of [
      ['GET', '/v1/conversations?user=%00', undefined, 'user'],
      ['POST', '/v1/keys', { name: 'a\0b', scopes: ['chat'], personas: null }, 'name'],
      [
        'POST',
        '/v1/personas',
        { id: 'p', name: 'P', persona: { summary: '\ud83d' } },
        'persona.summary',
      ],
    ] as const) {
      const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
      expect(response.json()).toMatchObject({ code: 'request.invalid', error: { param } });
    }
  });

  it('answers 415 to a type that it does not read', async () => {
    const response = await send('<xml/>', 'application/xml');
    expect(response.json()).toMatchObject({ status: 415, code: 'request.media-type' });
  });

  it('does not tell a stranger whether his body was good', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/chat/completions',
      headers: { host: `localhost:${port}` },
      payload: '{',
    });
    expect(response.statusCode).toBe(401);
  });
});

describe('hostile requests', () => {
  it('refuses headers beyond their bound', async () => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"request.headers-too-large"');
  });

  it('refuses what is no HTTP', async () => {
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('refuses an address that cannot be decoded, or a member that is too long', async () => {
    const headers = { host: `localhost:${port}` };
    const broken = await app.inject({ url: '/v1/models/%E0%A4%A', headers });
    expect(broken.json()).toMatchObject({ status: 400, code: 'request.malformed' });
    const long = await app.inject({ url: `/v1/models/${'a'.repeat(300)}`, headers });
    expect(long.statusCode).toBeGreaterThanOrEqual(400);
    expect(long.statusCode).toBeLessThan(500);
    expect(long.json()).toHaveProperty('code');
  });

  it('takes no request id that could forge a line of the log', async () => {
    const response = await app.inject({
      url: '/health/live',
      headers: { 'x-request-id': 'a"b {}' },
    });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a body that drips', () => {
  it('is given up at its deadline', async () => {
    const slow = Fastify();
    handleErrors(slow);
    setBodyDeadline(slow, 30);
    slow.post('/', async () => 'read');
    await slow.listen({ host: '127.0.0.1', port: 0 });
    const answer = await raw(
      'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"',
      (slow.server.address() as AddressInfo).port,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('request.too-slow');
    await slow.close();
  });
});
