import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Consent, PersonaSummary, ProblemDocument } from '@personate/contracts';
import { openRecordGateway, type RecordGateway } from './support/record-gateway.ts';

let gateway: RecordGateway;
beforeAll(async () => {
  gateway = await openRecordGateway({
    knowledge: {
      search: async () => ({ results: [], timings: {} }),
    } as unknown as RecordGateway['deps']['knowledge'],
  });
});
afterAll(() => gateway.close());

const call = (
  method: 'GET' | 'POST',
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
    const card = await call('GET', '/v1/personas/fay/export?format=card-v2');
    expect([card.statusCode, codeOf(card)]).toEqual([403, 'persona.consent-withdrawn']);
  });
});
