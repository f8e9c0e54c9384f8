import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Consent,
  PersonaDetail,
  KnowledgeStatistics,
  PersonaSummary,
  ProblemDocument,
} from '@personate/contracts';
import { openRecordGateway, type RecordGateway } from './support/record-gateway.ts';

/** Of a persona that knows nothing yet. */
const nothing: KnowledgeStatistics = {
  documents: 0,
  passages: 0,
  byKind: {},
  bySource: {},
  firstAt: null,
  lastAt: null,
};

let gateway: RecordGateway;
beforeAll(async () => {
  gateway = await openRecordGateway({
    knowledge: {
      search: async () => ({ results: [], degraded: [], timings: {} }),
      statistics: async () => nothing,
    } as unknown as RecordGateway['deps']['knowledge'],
  });
});
afterAll(() => gateway.close());

const call = (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  headers: Record<string, string> = gateway.admin,
) => gateway.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const codeOf = (response: { json(): unknown }) => (response.json() as ProblemDocument).code;

async function real(id: string): Promise<void> {
  const made = await call('POST', '/v1/personas', {
    id,
    name: 'Ada',
    subject: { kind: 'real' },
    disclosure: 'A synthetic Ada.',
  });
  expect(made.statusCode).toBe(201);
}

describe('consent', () => {
  it('is missing of a real person until an admin states it, with its evidence', async () => {
    await real('ada');
    const read = async () => (await call('GET', '/v1/personas/ada/consent')).json<Consent>();
    expect(await read()).toEqual({ personaId: 'ada', subject: 'real', state: 'missing' });
    const half = await call('POST', '/v1/personas/ada/consent', { basis: 'She agreed.' });
    expect([half.statusCode, codeOf(half)]).toEqual([400, 'persona.consent-incomplete']);
    const given = { basis: 'She agreed.', evidence: 'Her letter.' };
    const done = await call('POST', '/v1/personas/ada/consent', given);
    expect(done.json()).toEqual({ personaId: 'ada', subject: 'real', state: 'given', ...given });
    expect(await read()).toMatchObject({ state: 'given' });
  });

  it('can be withdrawn by whoever reviews the persona, and given again by an admin only', async () => {
    await real('bea');
    const { headers } = await gateway.key({ scopes: ['review'], personas: ['bea'] });
    const withdrawn = await call('POST', '/v1/personas/bea/consent/withdraw', undefined, headers);
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn' });
    const given = { basis: 'She agreed.', evidence: 'Her letter.' };
    const refused = await call('POST', '/v1/personas/bea/consent', given, headers);
    expect(codeOf(refused)).toBe('key.scope-missing');
    await call('POST', '/v1/personas/bea/rollback', { version: 1 }, headers);
    const summary = (await call('GET', '/v1/personas/bea')).json<PersonaSummary>();
    expect(summary).toMatchObject({ consent: 'withdrawn', headVersion: 2 });
    await call('POST', '/v1/personas/bea/consent', given);
    expect((await call('GET', '/v1/personas/bea')).json()).toMatchObject({ consent: 'given' });
  });

  it('keeps those who only ask from searching what a persona knows that may not speak', async () => {
    await real('cai');
    const search = async (scope: 'chat' | 'review') => {
      const { headers } = await gateway.key({ scopes: [scope] });
      const path = '/v1/personas/cai/knowledge/search?q=boats';
      return call('GET', path, undefined, headers);
    };
    expect(codeOf(await search('chat'))).toBe('persona.consent-missing');
    expect((await search('review')).statusCode).toBe(200);
  });

  it('keeps a persona that may not speak out of the list of models', async () => {
    await real('dot');
    await gateway.persona('eve');
    const models = (await call('GET', '/v1/models')).json<{ data: Array<{ id: string }> }>();
    const ids = models.data.map(({ id }) => id);
    expect(ids).toContain('eve');
    expect(ids).not.toContain('dot');
  });

  it('that is withdrawn lets no character leave, but lets its operator read the document', async () => {
    await real('fay');
    await call('POST', '/v1/personas/fay/consent/withdraw', { note: 'She wrote.' });
    for (const format of ['yaml', 'card-v2', 'eliza']) {
      const file = await call('GET', `/v1/personas/fay/export?format=${format}`);
      expect([file.statusCode, codeOf(file)]).toEqual([403, 'persona.consent-withdrawn']);
    }
    expect((await call('GET', '/v1/personas/fay/versions/1')).statusCode).toBe(200);
  });

  it('that is withdrawn ends what those who only ask can read of the persona', async () => {
    await real('gil');
    await call('POST', '/v1/personas/gil/consent', { basis: 'He agreed.', evidence: 'A letter.' });
    const { headers } = await gateway.key({ scopes: ['chat'] });
    const read = (path: string) => call('GET', path, undefined, headers);
    const paths = [
      '/v1/models/gil',
      '/v1/models/gil@1',
      '/v1/personas/gil/knowledge/statistics',
      '/v1/personas/gil/knowledge/search?q=boats',
    ];
    for (const path of paths) expect((await read(path)).statusCode).toBe(200);
    await call('POST', '/v1/personas/gil/consent/withdraw');
    for (const path of paths) expect(codeOf(await read(path))).toBe('persona.consent-withdrawn');
  });
});

describe('a persona of somebody living, with consent stated', () => {
  const given = { basis: 'It is me.', evidence: 'My own word.' };

  async function ofMyself(id: string) {
    await real(id);
    const { document } = (await call('GET', `/v1/personas/${id}`)).json<PersonaDetail>();
    const put = (change: object, query = '') =>
      call(
        'PUT',
        `/v1/personas/${id}${query}`,
        { ...document, ...change },
        { ...gateway.admin, 'if-match': '*' },
      );
    expect((await put({ subject: { kind: 'self' }, consent: given })).statusCode).toBe(200);
    const head = async () => (await call('GET', `/v1/personas/${id}`)).json<PersonaDetail>();
    return { document, put, head };
  }

  it('becomes one that needs none only where that is confirmed', async () => {
    const { put, head } = await ofMyself('kim');
    const fictional = { subject: { kind: 'fictional' } };
    const refused = await put(fictional);
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'persona.subject-unconfirmed']);
    expect(await head()).toMatchObject({ subject: 'self', headVersion: 2 });
    expect((await put(fictional, '?confirmSubject=true')).statusCode).toBe(200);
    expect(await head()).toMatchObject({ subject: 'fictional', consent: 'not-needed' });
  });

  it('goes back to when it needed none, and takes a file that says so, only where that is confirmed', async () => {
    const { document, put, head } = await ofMyself('lou');
    await put({ subject: { kind: 'fictional' } }, '?confirmSubject=true');
    await put({ subject: { kind: 'self' }, consent: given });
    const back = (query: string) =>
      call('POST', `/v1/personas/lou/rollback${query}`, { version: 3 });
    expect(codeOf(await back(''))).toBe('persona.subject-unconfirmed');
    const { proposalId } = await gateway.records.personas.propose('lou', {
      baseVersion: 4,
      document: { ...document, subject: { kind: 'fictional' }, consent: given },
      origin: 'seed',
      note: 'Its persona.yaml has changed.',
    });
    const accept = `/v1/personas/lou/proposals/${proposalId}/accept`;
    expect(codeOf(await call('POST', accept))).toBe('persona.subject-unconfirmed');
    expect(await head()).toMatchObject({ subject: 'self', headVersion: 4 });
    expect((await call('POST', `${accept}?confirmSubject=true`)).statusCode).toBe(200);
    await put({ subject: { kind: 'self' }, consent: given });
    expect((await back('?confirmSubject=true')).statusCode).toBe(200);
  });

  it('is changed in everything else without a word', async () => {
    const { put } = await ofMyself('max');
    const self = { subject: { kind: 'self' }, consent: given };
    expect((await put({ ...self, name: 'Max of now' })).statusCode).toBe(200);
    expect((await put({ subject: { kind: 'real' }, consent: given })).statusCode).toBe(200);
  });
});

describe('whoever reviews a persona', () => {
  const code = 'persona.subject-needs-admin';
  const given = { basis: 'She agreed.', evidence: 'Her letter.' };
  const fictional = { kind: 'fictional' };
  const headOf = async (id: string) =>
    (await call('GET', `/v1/personas/${id}`)).json<PersonaDetail>();

  async function reviewed(id: string) {
    await real(id);
    const { headers } = await gateway.key({ scopes: ['review'], personas: [id] });
    const { document } = await headOf(id);
    const put = (change: object, by: Record<string, string> = headers) =>
      call('PUT', `/v1/personas/${id}`, { ...document, ...change }, { ...by, 'if-match': '*' });
    const back = (version: number, by: Record<string, string> = headers) =>
      call('POST', `/v1/personas/${id}/rollback`, { version }, by);
    return { document, headers, put, back };
  }

  it('changes what it says, but not whom it is made of or on what ground', async () => {
    const { put } = await reviewed('jon');
    for (const change of [{ subject: fictional }, { consent: given }]) {
      const refused = await put(change);
      expect([refused.statusCode, codeOf(refused)]).toEqual([403, code]);
    }
    expect((await put({ name: 'Jon of now' })).statusCode).toBe(200);
    expect(await headOf('jon')).toMatchObject({ consent: 'missing', headVersion: 2 });
    expect((await put({ consent: given }, gateway.admin)).statusCode).toBe(200);
    expect(codeOf(await put({ name: 'Without its consent' }))).toBe(code);
    expect(await headOf('jon')).toMatchObject({ consent: 'given', headVersion: 3 });
  });

  it('goes back to versions of the same subject and consent only', async () => {
    const { put, back } = await reviewed('hal');
    await put({ name: 'Hal of now', subject: fictional }, gateway.admin);
    await put({ name: 'Hal of later' }, gateway.admin);
    expect(codeOf(await back(2))).toBe(code);
    expect((await back(1)).json()).toMatchObject({ version: 4, document: { name: 'Ada' } });
    expect((await back(2, gateway.admin)).statusCode).toBe(200);
    expect(await headOf('hal')).toMatchObject({ consent: 'not-needed', headVersion: 5 });
  });

  it('takes of a changed file what is not of its subject, with force too', async () => {
    const { document, headers } = await reviewed('ida');
    const { proposalId } = await gateway.records.personas.propose('ida', {
      baseVersion: 1,
      document: { ...document, name: 'Ida of now', subject: { kind: 'fictional' }, consent: given },
      origin: 'seed',
      note: 'Its persona.yaml has changed.',
    });
    const at = `/v1/personas/ida/proposals/${proposalId}/accept`;
    expect(codeOf(await call('POST', at, undefined, headers))).toBe(code);
    expect(codeOf(await call('POST', `${at}?force=true`, undefined, headers))).toBe(code);
    expect(codeOf(await call('POST', at, { only: ['consent'] }, headers))).toBe(code);
    expect(await headOf('ida')).toMatchObject({ headVersion: 1, openProposals: 1 });
    const part = await call('POST', at, { except: ['subject', 'consent'] }, headers);
    expect(part.statusCode).toBe(200);
    expect(await headOf('ida')).toMatchObject({ name: 'Ida of now', consent: 'missing' });
  });
});
