import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { QdrantConnection } from './qdrant-connection.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const sockets = new Set<Socket>();
let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await close?.();
  close = undefined;
});

/** A server that fails as it is told to: the faults of a network, not an imitation of Qdrant. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};
const problem = (error: string) => ({ status: { error }, time: 0 });
const { signal } = new AbortController();
const open = (url: string, timeoutMs = 5_000) =>
  new QdrantConnection({ url, key: 'secret-key', timeoutMs, retryDelaysMs: [1, 1] });
const list = (connection: QdrantConnection, options = {}) =>
  connection.call((api, init) => api.getCollections({}, init), { signal, ...options });

describe('a call to Qdrant', () => {
  it('asks for plain bytes, names its key in a header, and prints nothing', async () => {
    const printed = jest.spyOn(console, 'warn');
    const seen: IncomingMessage['headers'][] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers);
      json(response, 200, { result: { collections: [] } });
    });
    expect(await list(open(url))).toEqual({ collections: [] });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ 'accept-encoding': 'identity', 'api-key': 'secret-key' });
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it('takes its key to no other server, whatever the one that was named says', async () => {
    const elsewhere: IncomingMessage['headers'][] = [];
    const url = await serve((request, response) => {
      if (request.url !== '/elsewhere') {
        const to = `http://localhost:${new URL(url).port}/elsewhere`;
        response.writeHead(307, { location: to }).end();
        return;
      }
      elsewhere.push(request.headers);
      json(response, 200, { result: { collections: [] } });
    });
    await expect(list(open(url))).rejects.toMatchObject({ code: 'knowledge.store-alien' });
    expect(elsewhere).toEqual([]);
  });

  const table: Array<[number, string, string, boolean]> = [
    [400, 'Wrong input: Vector dimension error', 'knowledge.store-rejected', false],
    [
      400,
      'JSON payload (34000000 bytes) is larger than allowed (limit: 33554432 bytes).',
      'knowledge.batch-too-large',
      false,
    ],
    [401, 'Invalid API key', 'knowledge.store-key-refused', false],
    [403, 'Forbidden: access to collection', 'knowledge.store-forbidden', false],
    [403, 'Storage locked: maintenance', 'knowledge.store-read-only', false],
    [404, 'Not found: Collection', 'knowledge.collection-missing', false],
    [408, 'Timeout', 'knowledge.store-timeout', true],
    [409, 'already exists', 'knowledge.collection-exists', false],
    [413, 'Payload too large', 'knowledge.batch-too-large', false],
    [422, 'Validation error', 'knowledge.store-rejected', false],
    [429, 'Rate limiting exceeded', 'knowledge.store-busy', true],
    [500, 'Service internal error: oops', 'knowledge.store-failed', true],
    [500, 'No space left on device: WAL buffer size exceeds', 'knowledge.store-full', false],
    [500, 'IO Error: Read-only file system (os error 30)', 'knowledge.store-read-only', false],
    [503, 'Shard temporarily unavailable', 'knowledge.store-busy', true],
    [418, 'a teapot', 'knowledge.store-alien', false],
  ];
  for (const [status, said, code, again] of table)
    it(`answered ${status} "${said}" fails as ${code}, ${again ? 'after trying again' : 'at once'}`, async () => {
      let calls = 0;
      const url = await serve((_request, response) => {
        calls += 1;
        json(response, status, problem(said));
      });
      const failed = list(open(url));
      await expect(failed).rejects.toMatchObject({ code, name: 'ExpectedError' });
      await expect(failed).rejects.not.toThrow(/secret-key/);
      expect(calls).toBe(again ? 3 : 1);
    });

  it('survives failures that pass, and the odd answer to too many calls', async () => {
    const answers = [
      (response: ServerResponse) => response.destroy(),
      (response: ServerResponse) => json(response, 429, problem('slow'), { 'retry-after': 'Wed' }),
      (response: ServerResponse) => json(response, 200, { result: { collections: [] } }),
    ];
    const url = await serve((_request, response) => answers.shift()?.(response));
    expect(await list(open(url))).toEqual({ collections: [] });
  });

  it('is made once only where twice would be two', async () => {
    let calls = 0;
    const url = await serve((_request, response) => {
      calls += 1;
      json(response, 503, problem('not yet'));
    });
    await expect(list(open(url), { repeatable: false })).rejects.toMatchObject({
      code: 'knowledge.store-busy',
    });
    expect(calls).toBe(1);
  });

  it('ends in time when nothing comes back, and when an answer never ends', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/collections') return;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"result":');
    });
    const connection = open(url, 150);
    await expect(list(connection)).rejects.toMatchObject({ code: 'knowledge.store-timeout' });
    const endless = connection.call(
      (api, init) => api.getCollection({ collection_name: 'x' }, init),
      { signal },
    );
    await expect(endless).rejects.toMatchObject({ code: 'knowledge.store-timeout' });
  });

  it('stops when the caller does, with the caller’s reason', async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort(new Error('gone home')));
    await expect(list(open(url), { signal: stop.signal })).rejects.toThrow('gone home');
  });

  it('nobody there, a page instead of Qdrant, an answer without a result: each is said', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/collections') response.end('<html>hello</html>');
      else json(response, 200, { time: 0 });
    });
    await expect(list(open(url))).rejects.toMatchObject({ code: 'knowledge.store-alien' });
    const bare = open(url).call((api, init) => api.getCollection({ collection_name: 'x' }, init), {
      signal,
    });
    await expect(bare).rejects.toMatchObject({ code: 'knowledge.store-alien' });
    await close?.();
    close = undefined;
    await expect(list(open(url))).rejects.toMatchObject({ code: 'knowledge.store-unreachable' });
  });
});
