import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerExtensionSchema, ExpectedError, type PersonaSummary } from '@personate/contracts';
import type { AnswerTurnInput } from '@personate/conversation';
import type { FastifyInstance } from 'fastify';
import OpenAI from 'openai';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildGateway } from '../src/build-gateway.ts';
import { bareDeps, scopedKeys, testConfig } from './support/bare-deps.ts';
import { citation, saying, type Script } from './support/scripted-answer.ts';

let app: FastifyInstance;
let port: number;
let script: Script = saying([]);
let client: OpenAI;

const mara: PersonaSummary = {
  id: 'mara',
  name: 'Mara Lindqvist',
  subject: 'fictional',
  consent: 'not-needed',
  summary: '',
  status: 'active',
  headVersion: 2,
  knowledgeRevision: 1,
  openProposals: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
};

beforeAll(async () => {
  const deps = bareDeps({ answer: (input) => script(input) });
  deps.personas.list = async () => [
    mara,
    { ...mara, id: 'old', status: 'archived' },
    { ...mara, id: 'gone', consent: 'withdrawn' },
  ];
  deps.personas.get = async () => mara;
  ({ app } = await buildGateway(deps, testConfig));
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
  client = new OpenAI({
    apiKey: scopedKeys.chat,
    baseURL: `http://127.0.0.1:${port}/v1`,
    maxRetries: 0,
    timeout: 10_000,
  });
});
afterAll(() => app.close());

const question = [{ role: 'user' as const, content: 'Where did you moor?' }];

/** Speaks without end; `ended` settles once the turn was ended from outside. */
function endless() {
  const spoken = { pieces: 0 };
  let tell: (input: AnswerTurnInput) => void;
  const ended = new Promise<AnswerTurnInput>((resolve) => (tell = resolve));
  const answer: Script = async function* (input) {
    try {
      for (;;) {
        spoken.pieces += 1;
        yield { type: 'delta', text: 'word '.repeat(2_000) };
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      tell(input);
    }
  };
  return { answer, ended, spoken };
}

describe('the official OpenAI client', () => {
  it('creates a completion, and finds the annotations', async () => {
    script = saying(['At', ' dusk.'], { extension: { citations: [citation(1)] } });
    const completion = await client.chat.completions.create({ model: 'mara', messages: question });
    expect(completion.choices[0]?.message.content).toBe('At dusk.');
    expect(completion.choices[0]?.message.annotations?.[0]?.url_citation.url).toContain(
      `http://127.0.0.1:${port}/v1/personas/mara/knowledge/passages/`,
    );
    expect(completion.usage?.total_tokens).toBeGreaterThan(0);
  });

  it('streams, with usage and the extension in the last chunks', async () => {
    script = saying(['At', ' dusk.']);
    const stream = await client.chat.completions.create({
      model: 'mara',
      messages: question,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = '';
    const chunks = [];
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      chunks.push(chunk);
    }
    expect(text).toBe('At dusk.');
    expect(chunks.at(-1)?.usage?.completion_tokens).toBe(2);
    const last = chunks.at(-2) as unknown as { personate: unknown };
    expect(answerExtensionSchema.parse(last.personate).persona).toBe('mara');
  });

  it('works with its streaming helper', async () => {
    script = saying(['At', ' dusk.']);
    const runner = client.chat.completions.stream({ model: 'mara', messages: question });
    expect(await runner.finalContent()).toBe('At dusk.');
  });

  it('aborts in the middle, and the turn ends with it', async () => {
    const { answer, ended } = endless();
    script = answer;
    const stream = await client.chat.completions.create({
      model: 'mara',
      messages: question,
      stream: true,
    });
    for await (const _ of stream) break;
    stream.controller.abort();
    const input = await ended;
    expect(input.signal.aborted).toBe(true);
  });

  it('ends the turn of a client that goes before the first word', async () => {
    let started: () => void;
    const hasStarted = new Promise<void>((resolve) => (started = resolve));
    let aborted: () => void;
    const wasAborted = new Promise<void>((resolve) => (aborted = resolve));
    script = async function* ({ signal }) {
      yield { type: 'start', extension: {} };
      started();
      await once(signal, 'abort');
      aborted();
    };
    const leaving = new AbortController();
    const asked = client.chat.completions.create(
      { model: 'mara', messages: question },
      { signal: leaving.signal },
    );
    await hasStarted;
    leaving.abort();
    await expect(asked).rejects.toThrow(OpenAI.APIUserAbortError);
    await wasAborted;
  });

  it('shows our message and code in its errors', async () => {
    const failed = await client.chat.completions
      .create({ model: 'mara', messages: question, n: 3 })
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(OpenAI.BadRequestError);
    expect(failed).toMatchObject({
      status: 400,
      code: 'chat.parameter-unsupported',
      param: 'n',
      message: expect.stringContaining('A persona gives one answer.'),
    });
    const stranger = new OpenAI({ apiKey: 'no', baseURL: client.baseURL, maxRetries: 0 });
    const refused = await stranger.models.list().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(refused).toMatchObject({ code: 'key.invalid' });
  });

  it('shows an error in mid-stream', async () => {
    script = async function* () {
      yield { type: 'delta', text: 'At' };
      throw new ExpectedError('upstream', 'model.cut', 'The model stopped.', { fix: 'Again.' });
    };
    const stream = await client.chat.completions.create({
      model: 'mara',
      messages: question,
      stream: true,
    });
    const read = async () => {
      for await (const _ of stream);
    };
    await expect(read()).rejects.toMatchObject({ code: 'model.cut' });
  });

  it('lists the active personas as models', async () => {
    const models = [];
    for await (const model of client.models.list()) models.push(model);
    expect(models).toMatchObject([
      { id: 'mara', object: 'model', owned_by: 'personate', created: 1767225600 },
    ]);
    expect(await client.models.retrieve('mara')).toMatchObject({ id: 'mara' });
  });
});

it('waits for a reader that is slow, instead of gathering the answer in memory', async () => {
  const { answer, ended, spoken } = endless();
  script = answer;
  const slow = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/v1/chat/completions',
    headers: { authorization: `Bearer ${scopedKeys.chat}`, 'content-type': 'application/json' },
  });
  slow.end(JSON.stringify({ model: 'mara', messages: question, stream: true }));
  const [response] = (await once(slow, 'response')) as [NodeJS.ReadableStream];
  response.pause();
  // Until no more is spoken: what fits into the buffers of both sockets.
  let before = -1;
  while (before !== spoken.pieces) {
    before = spoken.pieces;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(spoken.pieces * 10_000).toBeLessThan(64 * 1024 * 1024);
  slow.destroy();
  await ended;
});

it('ends what it is still saying, after a grace, when it closes', async () => {
  const deps = bareDeps({ answer: endless().answer });
  const closing = await buildGateway(deps, { ...testConfig, closingGraceMs: 50 });
  await closing.app.listen({ host: '127.0.0.1', port: 0 });
  const { port: other } = closing.app.server.address() as AddressInfo;
  const own = new OpenAI({ apiKey: scopedKeys.chat, baseURL: `http://127.0.0.1:${other}/v1` });
  const stream = await own.chat.completions.create({
    model: 'mara',
    messages: question,
    stream: true,
  });
  const read = (async () => {
    for await (const _ of stream);
  })();
  const outcome = read.catch((error: unknown) => error);
  await closing.app.close();
  expect(await outcome).toMatchObject({ code: 'server.closing' });
});
