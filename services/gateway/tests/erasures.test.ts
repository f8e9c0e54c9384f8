import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { ExpectedError, type Erasure, type Memory } from '@personate/contracts';
import { randomUUID } from 'node:crypto';
import { buildGateway } from '../src/build-gateway.ts';
import type { GatewayDeps, GatewayErasures } from '../src/deps.ts';
import { bareDeps, bearer, principal, scopedKeys, testConfig } from './support/bare-deps.ts';

const receipt: Erasure = {
  erasureId: randomUUID(),
  scope: 'persona',
  personaId: 'mara',
  documentKey: null,
  digest: 'd'.repeat(64),
  salt: '5a17',
  status: 'open',
  removed: {},
  requestedBy: 'key-admin',
  requestedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: null,
};
const at = '2026-01-01T00:00:00.000Z';
const talks = [0, 2].map((turns) => ({
  conversationId: randomUUID(),
  personaId: 'mara',
  keyId: 'k',
  userId: 'ada',
  title: 'Hello',
  turns,
  createdAt: at,
  lastAt: at,
}));
const memory: Memory = {
  memoryId: randomUUID(),
  personaId: 'mara',
  userId: 'ada',
  text: 'Likes tea.',
  quote: 'I like tea.',
  kind: 'fact',
  slot: null,
  trust: 'stated',
  status: 'active',
  sourceTurnId: randomUUID(),
  createdAt: at,
};
let listed: Array<Parameters<GatewayDeps['conversations']['list']>[0]>;
let remembered: number;
let opened: Array<Parameters<GatewayErasures['open']>[0]>;
let isBusy: boolean;
let deps: GatewayDeps;
let app: Awaited<ReturnType<typeof buildGateway>>['app'];

beforeAll(async () => {
  const bare = bareDeps();
  deps = bareDeps({
    personas: { ...bare.personas, get: async () => ({}) as never },
    keys: {
      ...bare.keys,
      verify: async (key) =>
        key === 'limited' ? principal({ personas: ['mara'] }) : bare.keys.verify(key),
    },
    erasures: {
      open: async (target) => {
        opened.push(target);
        return receipt;
      },
      run: async () => {
        if (isBusy) throw new ExpectedError('conflict', 'persona.busy', 'Busy.', { fix: 'Wait.' });
        return { ...receipt, status: 'done' };
      },
      get: async () => null,
      list: async () => [receipt],
      check: async () => null,
    },
    conversations: {
      ...bare.conversations,
      list: async (query) => {
        listed.push(query);
        return talks;
      },
      get: async (id) => {
        const talk = talks.find(({ conversationId }) => conversationId === id);
        return talk === undefined ? null : { ...talk, history: [] };
      },
    },
    memories: {
      ...bare.memories,
      list: async ({ limit }) => Array.from({ length: Math.min(limit, remembered) }, () => memory),
    },
  });
  ({ app } = await buildGateway(deps, testConfig));
});
beforeEach(() => {
  opened = [];
  listed = [];
  remembered = 1;
  isBusy = false;
});
afterAll(() => app.close());

const send = (method: 'GET' | 'DELETE', url: string, key: string = scopedKeys.admin) =>
  app.inject({ method, url, headers: bearer(key) });

it('a persona is erased only where the request says so, and answers with the receipt', async () => {
  const unsaid = await send('DELETE', '/v1/personas/mara');
  expect(unsaid.json()).toMatchObject({ status: 400, code: 'persona.erase-unsaid' });
  expect(opened).toEqual([]);
  const erased = await send('DELETE', '/v1/personas/mara?erase=true');
  expect(erased.statusCode).toBe(200);
  expect(erased.headers.location).toBe(`/v1/erasures/${receipt.erasureId}`);
  expect(erased.json()).toMatchObject({ status: 'done' });
  expect(opened).toEqual([{ scope: 'persona', personaId: 'mara' }]);
});

it('an erasure that has to wait is told to go on by itself', async () => {
  isBusy = true;
  const waiting = await send('DELETE', '/v1/users/ada');
  expect(waiting.statusCode).toBe(202);
  expect(waiting.json()).toMatchObject({ status: 'open' });
});

it('a user is whoever the requests call so, whatever the name is made of', async () => {
  const user = `ada/${'ß'.repeat(200)}@example.org`;
  const erased = await send('DELETE', `/v1/users/${encodeURIComponent(user)}`);
  expect(erased.statusCode).toBe(200);
  expect(opened).toEqual([{ scope: 'user', userId: user }]);
});

it('a user’s export goes on behind the last conversation, also where several ended at one instant', async () => {
  const page = (await send('GET', '/v1/users/ada?limit=2')).json();
  expect(page).toMatchObject({ next: at, nextId: talks[1]?.conversationId });
  await send('GET', `/v1/users/ada?limit=2&before=${page.next}&beforeId=${page.nextId}`);
  expect(listed[1]).toEqual({ userId: 'ada', limit: 2, before: at, beforeId: page.nextId });
  expect((await send('GET', '/v1/users/ada?limit=3')).json()).toMatchObject({
    next: null,
    nextId: null,
  });
});

it('a user’s export says what was too much to be in it', async () => {
  const talk = talks[1]?.conversationId;
  expect((await send('GET', '/v1/users/ada')).json()).toMatchObject({
    cut: { memories: false, conversations: [talk] },
  });
  remembered = 10_001;
  const cut = (await send('GET', '/v1/users/ada')).json();
  expect(cut.memories).toHaveLength(10_000);
  expect(cut.cut.memories).toBe(true);
});

it('a key that is limited to some personas erases no user and reads no receipt', async () => {
  for (const [method, url] of [
    ['DELETE', '/v1/users/ada'],
    ['GET', '/v1/users/ada'],
    ['GET', '/v1/erasures'],
    ['GET', `/v1/erasures/${receipt.erasureId}`],
    ['GET', `/v1/erasures/${receipt.erasureId}/check`],
  ] as const) {
    expect((await send(method, url, 'limited')).json()).toMatchObject({ code: 'key.limited' });
  }
  expect(opened).toEqual([]);
});

it('a receipt that does not exist is missing', async () => {
  for (const path of ['', '/check']) {
    const found = await send('GET', `/v1/erasures/${receipt.erasureId}${path}`);
    expect(found.json()).toMatchObject({ status: 404, code: 'erasure.missing' });
  }
});
