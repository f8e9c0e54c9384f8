import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CreatedKey,
  Memory,
  Passage,
  ProblemDocument,
  SearchResult,
} from '@personate/contracts';
import { randomUUID } from 'node:crypto';
import type { GatewayDeps } from '../src/deps.ts';
import { extension } from './support/scripted-answer.ts';
import { openRecordGateway, type RecordGateway } from './support/record-gateway.ts';

let gateway: RecordGateway;
const asked: Array<Parameters<GatewayDeps['knowledge']['search']>[0]> = [];

const passage = (n: number, over: Partial<Passage> = {}): Passage => ({
  passageId: `00000000-0000-4000-8000-00000000000${n}`,
  documentKey: '00000000-0000-4000-9000-000000000001',
  externalId: 'day',
  sourceId: 'notes:mara',
  ordinal: n,
  text: `Part ${n}.`,
  headings: [],
  stance: 'by',
  kind: 'history',
  language: 'en',
  audience: ['public'],
  before: [],
  after: [],
  fingerprint: 'f',
  ...over,
});
const passages = [1, 2, 3, 4, 5].map((n) =>
  passage(
    n,
    n === 3
      ? { before: [passage(2), passage(1)].map(idOf), after: [passage(4), passage(5)].map(idOf) }
      : {},
  ),
);
function idOf({ passageId }: Passage): string {
  return passageId;
}

beforeAll(async () => {
  gateway = await openRecordGateway({
    knowledge: {
      search: async (input) => {
        asked.push(input);
        return { results: [] as SearchResult[], degraded: [], timings: { searchMs: 1 } };
      },
      passages: async ({ passageIds }) =>
        passages.filter((one) => passageIds.includes(idOf(one))).reverse(),
      statistics: async () => ({
        documents: 1,
        passages: 5,
        byKind: { history: 1 },
        bySource: { 'notes:mara': 1 },
        firstAt: null,
        lastAt: null,
      }),
      removeDocument: async () => ({ knowledgeRevision: 7 }),
    },
  });
});
afterAll(() => gateway.close());

type Headers = Record<string, string>;
const get = (url: string, headers: Headers = gateway.admin) => gateway.app.inject({ url, headers });
const send = (
  method: 'POST' | 'PATCH' | 'DELETE',
  url: string,
  headers: Headers,
  payload?: object,
) => gateway.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
const codeOf = (response: { json(): unknown }) => (response.json() as ProblemDocument).code;
const idsIn = (response: { json(): unknown }) =>
  (response.json() as { items: Array<{ conversationId: string }> }).items.map(
    (item) => item.conversationId,
  );

describe('conversations', () => {
  it('are seen by the key that held them, and by a reviewer', async () => {
    const persona = await gateway.persona();
    const mine = await gateway.key({ scopes: ['chat'] });
    const other = await gateway.key({ scopes: ['chat'] });
    const reviewer = await gateway.key({ scopes: ['review'] });
    const { conversationId } = await gateway.turn(persona, mine.record.keyId, {
      extension: extension({ persona, audience: [] }),
    });
    const list = `/v1/conversations?persona=${persona}`;
    const one = `/v1/conversations/${conversationId}`;

    expect(idsIn(await get(list, mine.headers))).toEqual([conversationId]);
    expect((await get(one, mine.headers)).json()).toMatchObject({
      title: 'Where did you moor?',
      history: [{ answer: 'At dusk.' }],
    });
    expect(idsIn(await get(list, other.headers))).toEqual([]);
    expect(codeOf(await get(one, other.headers))).toBe('conversation.missing');
    expect((await send('DELETE', one, other.headers)).statusCode).toBe(404);
    expect(idsIn(await get(list, reviewer.headers))).toEqual([conversationId]);
    expect((await send('DELETE', one, mine.headers)).statusCode).toBe(204);
    expect((await get(one, reviewer.headers)).statusCode).toBe(404);
  });

  it('are listed by persona and user, in pages, latest first', async () => {
    const persona = await gateway.persona();
    const { record } = await gateway.key({ scopes: ['chat'] });
    const made = [];
    for (const [minute, userId] of [
      [1, 'ada'],
      [2, 'eve'],
      [3, 'ada'],
    ] as const) {
      const createdAt = `2026-01-01T00:0${minute}:00.000Z`;
      made.push(await gateway.turn(persona, record.keyId, { userId, createdAt }));
    }
    const [first, , third] = made.map(({ conversationId }) => conversationId);
    const ofAda = `/v1/conversations?persona=${persona}&user=ada`;
    expect(idsIn(await get(ofAda))).toEqual([third, first]);
    const page = await get(`${ofAda}&limit=1`);
    const { lastAt } = page.json<{ items: Array<{ lastAt: string }> }>().items[0] ?? {};
    expect(idsIn(page)).toEqual([third]);
    expect(idsIn(await get(`${ofAda}&before=${encodeURIComponent(lastAt ?? '')}`))).toEqual([
      first,
    ]);
  });

  it('told to a group are seen by a reviewer who is in it, and by an admin', async () => {
    const persona = await gateway.persona();
    const told = (audience?: string[]) =>
      gateway.turn(persona, 'somebody', {
        extension: extension({ persona, ...(audience === undefined ? {} : { audience }) }),
      });
    const [open, family, unknown] = [await told([]), await told(['family']), await told()];
    const list = `/v1/conversations?persona=${persona}`;
    const seen = async (headers?: Record<string, string>) => {
      const listed = idsIn(await get(list, headers));
      for (const { conversationId } of [open, family, unknown]) {
        const { statusCode } = await get(`/v1/conversations/${conversationId}`, headers);
        expect(statusCode === 200).toBe(listed.includes(conversationId));
      }
      return new Set(listed);
    };
    const outside = await gateway.key({ scopes: ['review'] });
    const inside = await gateway.key({ scopes: ['review'], audience: ['family'] });
    expect(await seen(outside.headers)).toEqual(new Set([open.conversationId]));
    expect(await seen(inside.headers)).toEqual(
      new Set([open.conversationId, family.conversationId]),
    );
    expect((await seen()).size).toBe(3);
  });

  it('that ended at the same instant are each on one page', async () => {
    const persona = await gateway.persona();
    const createdAt = '2026-01-01T00:00:00.000Z';
    const made = new Set<string>();
    for (let n = 0; n < 3; n += 1)
      made.add((await gateway.turn(persona, 'k', { createdAt })).conversationId);
    const seen = [];
    let after = '';
    for (let n = 0; n < 3; n += 1) {
      const [id] = idsIn(await get(`/v1/conversations?persona=${persona}&limit=1${after}`));
      seen.push(id);
      after = `&before=${createdAt}&beforeId=${id}`;
    }
    expect(new Set(seen)).toEqual(made);
  });

  it('of other personas are not seen by a limited key, even one that reviews', async () => {
    const [a, b, c] = [await gateway.persona(), await gateway.persona(), await gateway.persona()];
    const { conversationId } = await gateway.turn(c, 'somebody');
    const limited = await gateway.key({ scopes: ['review'], personas: [a] });
    expect(idsIn(await get('/v1/conversations', limited.headers))).toEqual([]);
    expect((await get(`/v1/conversations/${conversationId}`, limited.headers)).statusCode).toBe(
      404,
    );
    const two = await gateway.key({ scopes: ['review'], personas: [a, b] });
    expect(codeOf(await get('/v1/conversations', two.headers))).toBe(
      'conversation.persona-unstated',
    );
  });
});

describe('memories', () => {
  async function remembered(personaId: string, userId: string): Promise<Memory> {
    const turn = await gateway.turn(personaId, 'k', { userId });
    const memory: Memory = {
      memoryId: randomUUID(),
      personaId,
      userId,
      text: `The user's dog is called Biscuit.`,
      quote: 'my dog is called Biscuit',
      kind: 'fact',
      slot: 'pet.dog.name',
      trust: 'stated',
      status: 'active',
      sourceTurnId: turn.turnId,
      createdAt: new Date().toISOString(),
    };
    await gateway.records.memories.add([memory]);
    return memory;
  }

  it('of one user are seen, corrected and forgotten by a key that vouches for him, no other’s', async () => {
    const persona = await gateway.persona();
    const ada = await remembered(persona, 'ada');
    const eve = await remembered(persona, 'eve');
    const { headers } = await gateway.key({ scopes: ['chat'], vouchesForUser: true });
    const at = `/v1/personas/${persona}/memories`;

    const listed = await get(`${at}?user=ada`, headers);
    expect(listed.json()).toMatchObject({ items: [{ memoryId: ada.memoryId }] });
    expect(codeOf(await get(at, headers))).toBe('memory.user-unstated');
    const wrong = `${at}/${eve.memoryId}?user=ada`;
    expect(codeOf(await send('PATCH', wrong, headers, { text: 'Mine.' }))).toBe('memory.missing');
    expect(codeOf(await send('DELETE', wrong, headers))).toBe('memory.missing');

    const own = `${at}/${ada.memoryId}?user=ada`;
    const corrected = await send('PATCH', own, headers, { text: 'The dog is called Crumb.' });
    expect(corrected.json()).toMatchObject({ text: 'The dog is called Crumb.' });
    expect((await send('DELETE', own, headers)).statusCode).toBe(204);
    expect((await get(`${at}?user=ada`, headers)).json()).toEqual({ items: [] });
    expect((await send('DELETE', own, headers)).statusCode).toBe(404);
    expect((await get(at)).json()).toMatchObject({ items: [{ memoryId: eve.memoryId }] });
  });

  it('are not shown to a key that vouches for nobody', async () => {
    const persona = await gateway.persona();
    const { headers } = await gateway.key({ scopes: ['chat'] });
    const refused = await get(`/v1/personas/${persona}/memories?user=ada`, headers);
    expect(codeOf(refused)).toBe('memory.user-not-vouched');
  });

  it('of another persona are not found', async () => {
    const memory = await remembered(await gateway.persona(), 'ada');
    const other = await gateway.persona();
    const refused = await send(
      'DELETE',
      `/v1/personas/${other}/memories/${memory.memoryId}`,
      gateway.admin,
    );
    expect(codeOf(refused)).toBe('memory.missing');
  });
});

describe('keys', () => {
  it('are made with their rights, told once, and worthless once revoked', async () => {
    const made = await send('POST', '/v1/keys', gateway.admin, {
      name: 'web shop',
      scopes: ['chat'],
      vouchesForUser: true,
    });
    expect(made.statusCode).toBe(201);
    const { key, record } = made.json<CreatedKey>();
    const headers = { ...gateway.admin, authorization: `Bearer ${key}` };
    expect((await get('/v1/session', headers)).json()).toMatchObject({
      by: 'key',
      principal: { keyId: record.keyId, scopes: ['chat'], vouchesForUser: true },
    });
    expect((await get('/v1/keys')).body).not.toContain(key);
    expect((await send('DELETE', `/v1/keys/${record.keyId}`, gateway.admin)).statusCode).toBe(204);
    expect(codeOf(await get('/v1/session', headers))).toBe('key.invalid');
  });

  it('cannot be made by an admin who is limited to some personas', async () => {
    const persona = await gateway.persona();
    const { headers } = await gateway.key({ scopes: ['admin'], personas: [persona] });
    const refused = await send('POST', '/v1/keys', headers, { name: 'more', scopes: ['admin'] });
    expect(codeOf(refused)).toBe('key.limited');
  });

  it('are refused with the member that is wrong, and a missing one is said to be', async () => {
    const wrong = await send('POST', '/v1/keys', gateway.admin, { name: 'x', scopes: ['root'] });
    expect(wrong.json()).toMatchObject({ code: 'request.invalid', error: { param: 'scopes[0]' } });
    expect((await send('DELETE', '/v1/keys/nothing', gateway.admin)).statusCode).toBe(404);
  });
});

describe('knowledge', () => {
  it('is searched as the key’s groups see it', async () => {
    const persona = await gateway.persona();
    const { headers } = await gateway.key({ scopes: ['chat'], audience: ['family'] });
    const found = await get(`/v1/personas/${persona}/knowledge/search?q=boats&k=3`, headers);
    expect(found.json()).toEqual({ results: [], timings: { searchMs: 1 } });
    expect(asked.at(-1)).toMatchObject({
      personaId: persona,
      question: 'boats',
      k: 3,
      audience: ['public', 'family'],
    });
    const none = await get(`/v1/personas/${persona}/knowledge/search`, headers);
    expect(none.json()).toMatchObject({ code: 'request.invalid', error: { param: 'q' } });
  });

  it('shows a passage between its neighbours, in their order', async () => {
    const persona = await gateway.persona();
    const at = `/v1/personas/${persona}/knowledge/passages`;
    const shown = (await get(`${at}/${passage(3).passageId}`)).json<
      Record<'before' | 'after', Passage[]>
    >();
    expect(shown.before.map(({ text }) => text)).toEqual(['Part 1.', 'Part 2.']);
    expect(shown.after.map(({ text }) => text)).toEqual(['Part 4.', 'Part 5.']);
    expect(codeOf(await get(`${at}/${passage(9).passageId}`))).toBe('passage.missing');
  });

  it('is counted, and loses a document', async () => {
    const persona = await gateway.persona();
    const statistics = await get(`/v1/personas/${persona}/knowledge/statistics`);
    expect(statistics.json()).toMatchObject({ documents: 1, passages: 5 });
    const at = `/v1/personas/${persona}/knowledge/documents/${passage(1).documentKey}`;
    expect((await send('DELETE', at, gateway.admin)).json()).toEqual({ knowledgeRevision: 7 });
  });
});
