import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEndpointReranker } from '../src/index.ts';

interface Call {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: { model: string; query: string; documents: string[]; top_n: number };
}

const { signal } = new AbortController();
const calls: Call[] = [];
let reply: (call: Call) => { status?: number; body: string } | 'hang';
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const call: Call = {
        url: request.url,
        headers: request.headers,
        body: JSON.parse(text) as Call['body'],
      };
      calls.push(call);
      const given = reply(call);
      if (given === 'hang') return;
      response.writeHead(given.status ?? 200, { 'content-type': 'application/json' });
      response.end(given.body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function open(over: { timeoutMs?: number; now?: () => number } = {}) {
  const failures: string[] = [];
  const reranker = createEndpointReranker({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
    apiKey: 'key-1',
    model: 'cross',
    timeoutMs: 5_000,
    onFailure: (failure) => failures.push(failure),
    ...over,
  });
  return { reranker, failures };
}

const results = (scores: Array<[number, number]>) => ({
  body: JSON.stringify({
    results: scores.map(([index, relevance_score]) => ({ index, relevance_score })),
  }),
});

it('scores the texts in their order, in whichever order the endpoint ranks them', async () => {
  reply = () =>
    results([
      [2, 0.9],
      [0, 0.4],
      [1, -3],
    ]);
  const { reranker } = open();
  expect(await reranker.score('Which boat?', ['a', 'b', 'c'], signal)).toEqual([0.4, -3, 0.9]);
  expect(calls.at(-1)).toMatchObject({
    url: '/v1/rerank',
    headers: { authorization: 'Bearer key-1' },
    body: { model: 'cross', query: 'Which boat?', documents: ['a', 'b', 'c'], top_n: 3 },
  });
  expect(await reranker.score('Which boat?', [], signal)).toEqual([]);
});

it.each([
  ['server-error', { status: 500, body: 'no' }],
  ['unauthorised', { status: 401, body: 'no' }],
  ['garbage', { body: 'no json' }],
  ['garbage', results([[0, 1]])],
  [
    'garbage',
    results([
      [0, 1],
      [0, 2],
    ]),
  ],
  [
    'garbage',
    results([
      [0, 1],
      [7, 2],
    ]),
  ],
])('that fails (%s) is done without, and that is told', async (failure, given) => {
  reply = () => given;
  const { reranker, failures } = open();
  expect(await reranker.score('Which boat?', ['a', 'b'], signal)).toBeNull();
  expect(failures).toEqual([failure]);
});

it('is not waited for longer than its time, and left alone after three failures', async () => {
  let time = 0;
  reply = () => 'hang';
  const { reranker, failures } = open({ timeoutMs: 30, now: () => time });
  for (let n = 0; n < 5; n += 1) expect(await reranker.score('Q', ['a'], signal)).toBeNull();
  expect(failures).toEqual(['timeout', 'timeout', 'timeout']);
  time += 30_001;
  reply = () => results([[0, 1]]);
  expect(await reranker.score('Q', ['a'], signal)).toEqual([1]);
});

it('stops with its caller', async () => {
  reply = () => 'hang';
  const { reranker, failures } = open();
  const caller = new AbortController();
  const asked = reranker.score('Q', ['a'], caller.signal);
  caller.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  expect(failures).toEqual([]);
});
