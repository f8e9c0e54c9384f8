import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPersonateClient,
  PersonateError,
  type ChatEvent,
  type PersonateClient,
} from '@personate/client';
import { ExpectedError, type IngestionJob, type Status } from '@personate/contracts';
import { minimalPersona, renderPersonaYaml } from '@personate/personas';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordGateway, report, type RecordGateway } from './support/record-gateway.ts';
import { citation, saying, type Script } from './support/scripted-answer.ts';

const status: Status = {
  version: '1',
  form: 'embedded',
  store: { name: 'pgvector', change: 'x' },
  embedder: { name: 'MiniLM', dimensions: 384, change: 'x' },
  speaker: { kind: 'extractive', model: null, endpoint: null, change: 'x' },
  quietMs: 0,
  uploadLimitBytes: 1,
  suggestions: [],
  loading: [],
};
let script: Script;
let gateway: RecordGateway;
let client: PersonateClient;

beforeAll(async () => {
  gateway = await openRecordGateway({
    answer: (input) => script(input),
    status: async () => status,
  });
  client = createPersonateClient({ baseUrl: gateway.url, apiKey: gateway.adminKey });
});
afterAll(() => gateway.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof PersonateError ? error.code : String(error)),
  );
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

describe('the client', () => {
  it('makes, changes, compares and archives personas', async () => {
    const made = await client.personas.create({ id: 'tove', name: 'Tove' });
    expect(made.version).toBe(1);
    const document = minimalPersona({ id: 'tove', name: 'Tove L.' });
    const changed = await client.personas.replace('tove', renderPersonaYaml(document), {
      expectedHead: 1,
      note: 'named',
    });
    expect(changed).toMatchObject({ version: 2, note: 'named' });
    expect(await codeOf(client.personas.replace('tove', document, { expectedHead: 1 }))).toBe(
      'persona.head-moved',
    );
    const { changes } = await client.versions.diff('tove', 1, 2);
    expect(changes.map(({ path }) => path).sort()).toEqual(['disclosure', 'name']);
    expect(await client.personas.getYaml('tove')).toContain('name: Tove L.');
    expect((await client.versions.list('tove', { limit: 1 }))[0]?.version).toBe(2);
    expect((await client.versions.rollback('tove', 1)).version).toBe(3);
    await client.personas.archive('tove');
    const listed = await client.personas.list();
    expect(listed.find(({ id }) => id === 'tove')?.status).toBe('archived');
    await client.personas.unarchive('tove');
    expect((await client.personas.get('tove')).status).toBe('active');
  });

  it('accepts and dismisses proposals', async () => {
    const id = await gateway.persona();
    const propose = (name: string) =>
      gateway.records.personas.propose(id, {
        baseVersion: 1,
        document: minimalPersona({ id, name }),
        origin: 'derive',
        note: 'drafted',
      });
    const { proposalId } = await propose('A');
    await client.proposals.dismiss(id, proposalId);
    const next = await propose('B');
    expect((await client.proposals.list(id, { status: 'open' })).length).toBe(1);
    expect((await client.proposals.get(id, next.proposalId)).changes.length).toBeGreaterThan(0);
    expect((await client.proposals.accept(id, next.proposalId)).document.name).toBe('B');
  });

  it('streams an answer, and gives its end', async () => {
    script = saying(['At', ' dusk.'], { extension: { citations: [citation(1)] } });
    const events = await all(
      client.chat({ persona: 'mara', messages: [{ role: 'user', content: 'When?' }], user: 'ada' }),
    );
    expect(events.slice(0, -1)).toEqual([
      { type: 'text', text: 'At' },
      { type: 'text', text: ' dusk.' },
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'done',
      content: 'At dusk.',
      extension: { citations: [{ n: 1 }] },
      annotations: [{ type: 'url_citation' }],
      usage: { completion_tokens: 2 },
    });
    const whole = await client.complete({
      persona: 'mara',
      messages: [{ role: 'user', content: 'When?' }],
    });
    expect(whole.choices[0]?.message.content).toBe('At dusk.');
  });

  it('throws what the server tells in mid-stream, after the text before it', async () => {
    script = async function* () {
      yield { type: 'delta', text: 'At' };
      throw new ExpectedError('upstream', 'model.cut', 'The model stopped.', { fix: 'Again.' });
    };
    const seen: ChatEvent[] = [];
    const read = async () => {
      const messages = [{ role: 'user' as const, content: 'When?' }];
      for await (const event of client.chat({ persona: 'mara', messages })) seen.push(event);
    };
    await expect(read()).rejects.toMatchObject({ code: 'model.cut', fix: 'Again.', status: 502 });
    expect(seen).toEqual([{ type: 'text', text: 'At' }]);
  });

  it('ends the turn on the server when its reader stops', async () => {
    let ended: (aborted: boolean) => void;
    const hasEnded = new Promise<boolean>((resolve) => (ended = resolve));
    script = async function* ({ signal }) {
      yield { type: 'delta', text: 'At' };
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      ended(signal.aborted);
    };
    const messages = [{ role: 'user' as const, content: 'When?' }];
    for await (const _ of client.chat({ persona: 'mara', messages })) break;
    expect(await hasEnded).toBe(true);
  });

  it('inspects a file from disk, ingests the kept upload, and watches the job to its end', async () => {
    const id = await gateway.persona();
    const folder = await mkdtemp(join(tmpdir(), 'client-'));
    await writeFile(join(folder, 'day.md'), '# A day');
    const file = await openAsBlob(join(folder, 'day.md'));
    const inspection = await client.inspect({ file, fileName: 'day.md' }, { keep: true });
    expect(inspection.report).toEqual(report);
    const upload = inspection.upload?.token ?? '';
    const job = await client.ingestions.start(id, { upload }, { stance: 'by' });
    const direct = await client.ingestions.start(
      id,
      { file, fileName: 'again.md' },
      { dryRun: true, audience: ['family', 'friends'] },
    );
    expect(direct).toMatchObject({
      fileName: 'again.md',
      options: { dryRun: true, audience: ['family', 'friends'] },
    });
    const states: Array<IngestionJob['status']> = [];
    for await (const { status: state } of client.ingestions.watch(id, job.ingestionId)) {
      states.push(state);
      if (state === 'queued') await gateway.records.ingestions.start(job.ingestionId);
      if (state === 'running')
        await gateway.records.ingestions.finish(job.ingestionId, 'done', report);
    }
    expect(states).toEqual(['queued', 'running', 'done']);
    expect((await client.ingestions.list(id)).length).toBe(2);
    expect((await client.ingestions.cancel(id, direct.ingestionId)).status).toBe('cancelled');
    await rm(folder, { recursive: true });
  });

  it('reads conversations, keys and the status', async () => {
    const id = await gateway.persona();
    const { conversationId } = await gateway.turn(id, 'somebody', { userId: 'ada' });
    expect((await client.conversations.list({ persona: id, user: 'ada' })).length).toBe(1);
    expect((await client.conversations.get(conversationId)).history.length).toBe(1);
    await client.conversations.delete(conversationId);
    expect(await codeOf(client.conversations.get(conversationId))).toBe('conversation.missing');
    const { key, record } = await client.keys.create({ name: 'k', scopes: ['chat'] });
    const chatting = createPersonateClient({ baseUrl: gateway.url, apiKey: key });
    expect((await chatting.session.get()).principal.keyId).toBe(record.keyId);
    expect(await codeOf(chatting.keys.list())).toBe('key.scope-missing');
    await client.keys.revoke(record.keyId);
    expect(await codeOf(chatting.session.get())).toBe('key.invalid');
    expect((await client.keys.list()).some(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(await client.status()).toEqual({
      ...status,
      suggestions: [expect.objectContaining({ code: 'persona.consent-missing' })],
    });
    expect(await client.memories.list(id)).toEqual([]);
  });

  it('mints a token that logs in once', async () => {
    const { token } = await client.session.mintToken();
    await client.session.logIn(token);
    expect(await codeOf(client.session.logIn(token))).toBe('session.token-invalid');
  });
});
