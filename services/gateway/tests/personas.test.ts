import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  PersonaDetail,
  PersonaDiff,
  PersonaDocument,
  ProposalDetail,
  ProblemDocument,
  Status,
  VersionOrigin,
} from '@personate/contracts';
import { minimalPersona, parsePersonaYaml } from '@personate/personas';
import { openRecordGateway, type RecordGateway } from './support/record-gateway.ts';

const runsOn: Status = {
  version: '0.0.0-test',
  form: 'embedded',
  store: { name: 'pgvector', change: '' },
  embedder: { name: 'none', dimensions: null, change: '' },
  speaker: { kind: 'extractive', model: null, endpoint: null, change: '' },
  quietMs: 0,
  uploadLimitBytes: 1,
  suggestions: [],
  loading: [],
};
let gateway: RecordGateway;
beforeAll(async () => {
  gateway = await openRecordGateway({ status: async () => runsOn });
});
afterAll(() => gateway.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const call = (method: Method, url: string, payload?: object | string, headers = {}) =>
  gateway.app.inject({
    method,
    url,
    headers: { ...gateway.admin, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
const yamlType = { 'content-type': 'application/yaml' };
const codeOf = (response: { json(): unknown }) => (response.json() as ProblemDocument).code;

describe('creating a persona', () => {
  it('takes an id and a name, and says that it is synthetic', async () => {
    const made = await call('POST', '/v1/personas', { id: 'ola', name: 'Ola' });
    expect(made.statusCode).toBe(201);
    expect(made.headers).toMatchObject({ location: '/v1/personas/ola', etag: '"1"' });
    const { document } = (await call('GET', '/v1/personas/ola')).json<PersonaDetail>();
    expect(document.disclosure).toMatch(/synthetic/i);
  });

  it('calls nobody fictional whom nobody said to be so: until it is stated it answers nobody', async () => {
    const made = await call('POST', '/v1/personas', { id: 'unsaid', name: 'Unsaid' });
    expect(made.json()).toMatchObject({ document: { subject: { kind: 'real' } } });
    const summary = async () => (await call('GET', '/v1/personas/unsaid')).json<PersonaDetail>();
    expect((await summary()).consent).toBe('missing');
    const status = (await call('GET', '/v1/status')).json<Status>();
    const hint = status.suggestions.find(({ code }) => code === 'persona.consent-missing');
    expect(hint?.message).toContain('unsaid');
    const stated = { subject: 'self', basis: 'It is me.' };
    expect((await call('POST', '/v1/personas/unsaid/consent', stated)).statusCode).toBe(200);
    expect(await summary()).toMatchObject({
      consent: 'given',
      document: { subject: { kind: 'self' }, consent: { basis: 'It is me.' } },
    });
  });

  it('takes YAML, and gives the same back', async () => {
    const text =
      'id: liv\nname: Liv\nsubject: { kind: fictional }\ndisclosure: A synthetic Liv.\npersona:\n  summary: Sails.\n';
    expect((await call('POST', '/v1/personas', text, yamlType)).statusCode).toBe(201);
    const back = await call('GET', '/v1/personas/liv', undefined, { accept: 'application/yaml' });
    expect(back.headers['content-type']).toContain('application/yaml');
    expect(parsePersonaYaml(back.body, { file: 'x' })).toEqual(
      parsePersonaYaml(text, { file: 'x' }),
    );
  });

  it('refuses an id that is taken', async () => {
    const id = await gateway.persona();
    const again = await call('POST', '/v1/personas', { id, name: 'Again' });
    expect([again.statusCode, codeOf(again)]).toEqual([409, 'persona.exists']);
  });

  it('refuses a member that no persona has, which is a typing error most likely', async () => {
    const response = await call('POST', '/v1/personas', {
      id: 'typo',
      name: 'Typo',
      persona: { traits: [{ name: 'calm', strength: 0.5, strenght: 1 }] },
      knowlegdeLimits: {},
    });
    expect(response.json<ProblemDocument>()).toMatchObject({
      status: 400,
      code: 'request.invalid',
      errors: [{ path: 'persona.traits[0].strenght' }, { path: 'knowlegdeLimits' }],
    });
  });

  it('names every problem of a YAML body with its line', async () => {
    const response = await call('POST', '/v1/personas', 'id: Bad Id\nnaem: X\n', yamlType);
    expect(response.json<ProblemDocument>()).toMatchObject({
      status: 400,
      code: 'persona.yaml-invalid',
    });
    expect(response.json<ProblemDocument>().detail).toMatch(/line 1, id[^]*line 2[^]*name/);
  });

  it('is the only thing that YAML is read for', async () => {
    const chat = await call('POST', '/v1/chat/completions', 'model: mara', yamlType);
    expect([chat.statusCode, codeOf(chat)]).toEqual([415, 'request.media-type']);
  });

  it('stores nothing of a body that is not valid', async () => {
    await call('POST', '/v1/personas', { id: 'half', name: '' });
    expect(codeOf(await call('GET', '/v1/personas/half'))).toBe('persona.missing');
  });
});

describe('changing a persona', () => {
  const change = (id: string, name: string, headers: object) =>
    call('PUT', `/v1/personas/${id}?note=renamed`, minimalPersona({ id, name }), headers);

  it('appends a version, when the change was made from the head', async () => {
    const id = await gateway.persona();
    const changed = await change(id, 'Mara L.', { 'if-match': '"1"' });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers['etag']).toBe('"2"');
    expect(changed.json()).toMatchObject({
      version: 2,
      parent: 1,
      note: 'renamed',
      origin: 'operator',
    });
  });

  it('refuses a change from a version that is not the head any more', async () => {
    const id = await gateway.persona();
    await change(id, 'First', { 'if-match': '"1"' });
    const late = await change(id, 'Late', { 'if-match': '"1"' });
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'persona.head-moved']);
    expect((await change(id, 'Forced', { 'if-match': '*' })).json()).toMatchObject({ version: 3 });
  });

  it('refuses a change that does not say what it was made from, and tells what to send', async () => {
    const id = await gateway.persona();
    const blind = await change(id, 'Blind', {});
    expect(blind.json()).toMatchObject({ status: 400, code: 'persona.head-unstated' });
    expect(blind.json<ProblemDocument>().fix).toContain('If-Match: "1"');
  });

  it('refuses another persona’s document', async () => {
    const id = await gateway.persona();
    const headers = { 'if-match': '*' };
    const other = await call(
      'PUT',
      `/v1/personas/${id}`,
      minimalPersona({ id: 'x', name: 'X' }),
      headers,
    );
    expect(codeOf(other)).toBe('persona.id-mismatch');
  });

  it('lists versions in pages, shows what differs, and goes back', async () => {
    const id = await gateway.persona();
    await change(id, 'Two', { 'if-match': '*' });
    await change(id, 'Three', { 'if-match': '*' });
    const page = (await call('GET', `/v1/personas/${id}/versions?limit=2`)).json<{
      items: object[];
    }>();
    expect(page.items).toMatchObject([{ version: 3 }, { version: 2 }]);
    expect(page.items[0]).not.toHaveProperty('document');
    const rest = await call('GET', `/v1/personas/${id}/versions?before=2`);
    expect(rest.json()).toMatchObject({ items: [{ version: 1 }] });

    const diff = (await call('GET', `/v1/personas/${id}/versions/1/diff/3`)).json<PersonaDiff>();
    expect(diff.changes).toContainEqual({ path: 'name', before: 'Mara', after: 'Three' });

    const back = await call('POST', `/v1/personas/${id}/rollback`, { version: 1 });
    expect(back.json()).toMatchObject({
      version: 4,
      origin: 'rollback',
      document: { name: 'Mara' },
    });
    const none = await call('POST', `/v1/personas/${id}/rollback`, { version: 99 });
    expect(codeOf(none)).toBe('persona.version-missing');
  });
});

describe('a proposal', () => {
  async function proposed(name: string) {
    const id = await gateway.persona();
    const { proposalId } = await gateway.records.personas.propose(id, {
      baseVersion: 1,
      document: minimalPersona({ id, name }),
      origin: 'derive',
      note: 'drafted',
    });
    return { id, at: `/v1/personas/${id}/proposals/${proposalId}` };
  }

  it('shows what it would change, and becomes the head when it is accepted', async () => {
    const { id, at } = await proposed('Mara L.');
    const listed = await call('GET', `/v1/personas/${id}/proposals?status=open`);
    expect(listed.json<{ items: unknown[] }>().items).toHaveLength(1);
    const detail = (await call('GET', at)).json<ProposalDetail>();
    expect(detail.changes).toContainEqual({ path: 'name', before: 'Mara', after: 'Mara L.' });
    expect((await call('POST', `${at}/accept`)).json()).toMatchObject({
      version: 2,
      origin: 'derive',
    });
    expect(codeOf(await call('POST', `${at}/accept`))).toBe('persona.proposal-closed');
  });

  it('is accepted in part: only what was chosen becomes the head', async () => {
    const id = await gateway.persona();
    const base = (await gateway.records.personas.version(id, 1)).document;
    const trait = (name: string) => ({ name, strength: 0.7, evidence: ['a'], confidence: 0.6 });
    const { proposalId } = await gateway.records.personas.propose(id, {
      baseVersion: 1,
      document: {
        ...base,
        persona: { ...base.persona, summary: 'New.', traits: [trait('wit'), trait('patience')] },
      },
      origin: 'derive',
      note: 'Drafted.',
    });
    const at = `/v1/personas/${id}/proposals/${proposalId}/accept`;
    const unknown = await call('POST', at, { only: ['persona.traits[envy]'] });
    expect(codeOf(unknown)).toBe('persona.change-unknown');
    const none = await call('POST', at, { only: ['persona.traits'], except: ['persona.traits'] });
    expect(codeOf(none)).toBe('persona.nothing-chosen');
    expect(codeOf(await call('POST', at, { only: [] }))).toBe('persona.nothing-chosen');
    const accepted = await call('POST', at, {
      only: ['persona.traits'],
      except: ['persona.traits[wit]'],
    });
    expect(accepted.json()).toMatchObject({
      version: 2,
      note: 'Drafted. 1 of its 3 changes were accepted.',
      document: { persona: { summary: base.persona.summary, traits: [{ name: 'patience' }] } },
    });
  });

  describe('made for a version that is not the head any more', () => {
    const trait = (name: string, strength: number) => ({ name, strength });
    type Part = Partial<PersonaDocument['persona']>;

    /** Version 1 has two traits; `later` became version 2, `drafted` is proposed for version 1. */
    async function late(drafted: Part, later: Part, origin: VersionOrigin = 'operator') {
      const id = await gateway.persona();
      const { personas } = gateway.records;
      const start = (await personas.version(id, 1)).document;
      const of = (part: Part) => ({
        ...start,
        persona: { ...start.persona, traits: [trait('wit', 0.5), trait('calm', 0.5)], ...part },
      });
      const said = { origin, note: 'said', causedBy: [] };
      await personas.append(id, { ...said, expectedHead: 1, document: of({}) });
      const { proposalId } = await personas.propose(id, {
        baseVersion: 2,
        document: of(drafted),
        origin: 'derive',
        note: 'drafted',
      });
      await personas.append(id, { ...said, expectedHead: 2, document: of(later) });
      return { id, at: `/v1/personas/${id}/proposals/${proposalId}` };
    }
    const headOf = async (id: string) =>
      (await call('GET', `/v1/personas/${id}`)).json<PersonaDetail>();

    it.each(['', '?force=true'])('takes nothing away that came since (%s)', async (force) => {
      const later = { behaviours: ['Hums.'], traits: [trait('wit', 0.5)] };
      const drafted = { summary: 'Drafted.', behaviours: ['Whistles.'] };
      const { id, at } = await late(drafted, later);
      expect((await call('POST', `${at}/accept${force}`)).statusCode).toBe(200);
      const { headVersion, document } = await headOf(id);
      expect(headVersion).toBe(4);
      expect(document.persona).toMatchObject({ summary: 'Drafted.', traits: later.traits });
      expect(document.persona.behaviours.toSorted()).toEqual(['Hums.', 'Whistles.']);
    });

    it('is as good as before when evolution learnt something meanwhile', async () => {
      const response = { prompt: 'Hello?', response: 'Aye.' };
      const { id, at } = await late(
        { summary: 'Drafted.' },
        { typicalResponses: [response] },
        'evolution',
      );
      const accepted = await call('POST', `${at}/accept`);
      expect(accepted.json()).toMatchObject({ version: 4, note: 'drafted', origin: 'derive' });
      expect((await headOf(id)).document.persona).toMatchObject({
        summary: 'Drafted.',
        typicalResponses: [response],
      });
    });

    it('is refused where both say something else, by name; force takes its side there alone', async () => {
      const { id, at } = await late(
        { summary: 'Drafted.', traits: [trait('wit', 0.9), trait('calm', 0.5)] },
        { summary: 'By hand.', traits: [trait('wit', 0.5), trait('calm', 0.1)] },
      );
      const refused = (await call('POST', `${at}/accept`)).json<ProblemDocument>();
      expect(refused).toMatchObject({ status: 409, code: 'persona.proposal-stale' });
      expect(refused.detail).toContain('"persona.summary"');
      expect(refused.detail).not.toContain('traits');
      expect((await headOf(id)).headVersion).toBe(3);
      expect((await call('POST', `${at}/accept?force=true`)).statusCode).toBe(200);
      expect((await headOf(id)).document.persona).toMatchObject({
        summary: 'Drafted.',
        traits: [trait('wit', 0.9), trait('calm', 0.1)],
      });
    });

    it('is chosen from as it is shown, by what it changes of its own base', async () => {
      const { id, at } = await late(
        { summary: 'Drafted.', behaviours: ['Whistles.'] },
        { summary: 'By hand.', traits: [] },
      );
      const { changes } = (await call('GET', at)).json<ProposalDetail>();
      expect(changes.map(({ path }) => path)).toEqual([
        'persona.summary',
        'persona.behaviours[Whistles.]',
      ]);
      const unknown = await call('POST', `${at}/accept`, { except: ['persona.traits'] });
      expect(codeOf(unknown)).toBe('persona.change-unknown');
      const accepted = await call('POST', `${at}/accept`, { except: ['persona.summary'] });
      expect(accepted.json()).toMatchObject({ note: 'drafted 1 of its 2 changes were accepted.' });
      expect((await headOf(id)).document.persona).toMatchObject({
        summary: 'By hand.',
        behaviours: ['Whistles.'],
        traits: [],
      });
    });

    it('leaves consent that was stated meanwhile as it is', async () => {
      const { id, at } = await late({ summary: 'Drafted.' }, {});
      await call('POST', `/v1/personas/${id}/consent`, { subject: 'self', basis: 'It is me.' });
      expect((await call('POST', `${at}/accept?force=true`)).statusCode).toBe(200);
      expect(await headOf(id)).toMatchObject({
        consent: 'given',
        document: {
          subject: { kind: 'self' },
          consent: { basis: 'It is me.' },
          persona: { summary: 'Drafted.' },
        },
      });
    });
  });

  it('goes without a trace in the versions when it is dismissed', async () => {
    const { id, at } = await proposed('No');
    expect((await call('POST', `${at}/dismiss`)).statusCode).toBe(204);
    const { items } = (await call('GET', `/v1/personas/${id}/versions`)).json<{
      items: unknown[];
    }>();
    expect(items).toHaveLength(1);
  });

  it('of another persona is not found', async () => {
    const { at } = await proposed('Mine');
    const other = await gateway.persona();
    const wrong = at.replace(/personas\/[^/]+/, `personas/${other}`);
    expect(codeOf(await call('GET', wrong))).toBe('persona.proposal-missing');
  });
});

describe('an archived persona', () => {
  it('is no model any more, stays in the list, and comes back', async () => {
    const id = await gateway.persona();
    expect((await call('POST', `/v1/personas/${id}/archive`)).statusCode).toBe(204);
    const models = (await call('GET', '/v1/models')).json<{ data: Array<{ id: string }> }>();
    expect(models.data.map((model) => model.id)).not.toContain(id);
    expect(codeOf(await call('GET', `/v1/models/${id}`))).toBe('persona.archived');
    const listed = (await call('GET', '/v1/personas')).json<{ items: object[] }>();
    expect(listed.items).toContainEqual(expect.objectContaining({ id, status: 'archived' }));
    await call('POST', `/v1/personas/${id}/unarchive`);
    expect((await call('GET', `/v1/models/${id}`)).json()).toMatchObject({ id });
  });
});

it('shows a key that is limited to some personas no other in lists', async () => {
  const mine = await gateway.persona();
  await gateway.persona();
  const { headers } = await gateway.key({ scopes: ['chat'], personas: [mine] });
  const listed = await gateway.app.inject({ url: '/v1/personas', headers });
  expect(listed.json<{ items: Array<{ id: string }> }>().items.map(({ id }) => id)).toEqual([mine]);
  const models = await gateway.app.inject({ url: '/v1/models', headers });
  expect(models.json<{ data: Array<{ id: string }> }>().data.map(({ id }) => id)).toEqual([mine]);
});

it.each([
  '/v1/personas/nobody',
  '/v1/personas/nobody/versions',
  '/v1/personas/nobody/proposals',
  '/v1/personas/nobody/ingestions',
  '/v1/personas/nobody/memories',
  '/v1/personas/nobody/knowledge/search?q=x',
  '/v1/models/nobody',
])('says at %s that there is no such persona', async (url) => {
  const response = await call('GET', url);
  expect([response.statusCode, codeOf(response)]).toEqual([404, 'persona.missing']);
});
