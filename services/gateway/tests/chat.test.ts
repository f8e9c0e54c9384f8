import { afterEach, describe, expect, it } from '@jest/globals';
import {
  chatChunkSchema,
  chatCompletionSchema,
  ExpectedError,
  questionCharacters,
} from '@personate/contracts';
import type { AnswerTurnInput } from '@personate/conversation';
import type { FastifyInstance } from 'fastify';
import { buildGateway } from '../src/build-gateway.ts';
import type { GatewayConfig, GatewayDeps } from '../src/deps.ts';
import { bareDeps, bearer, principal, scopedKeys, testConfig } from './support/bare-deps.ts';
import { citation, extension, saying, type Script } from './support/scripted-answer.ts';

const apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

async function gateway(over: Partial<GatewayDeps> = {}, config: Partial<GatewayConfig> = {}) {
  const { app } = await buildGateway(bareDeps(over), { ...testConfig, ...config });
  apps.push(app);
  const ask = (body: object, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/v1/chat/completions',
      headers: { ...bearer(scopedKeys.chat), host: 'localhost:8787', ...headers },
      payload: {
        model: 'mara',
        messages: [{ role: 'user', content: 'Where did you moor?' }],
        ...body,
      },
    });
  return { app, ask };
}

/** What reaches the turn. */
function listening() {
  const inputs: AnswerTurnInput[] = [];
  const answer: Script = (input) => {
    inputs.push(input);
    return saying(['Yes.'])(input);
  };
  return { inputs, answer };
}

const withKey = (over: Parameters<typeof principal>[0]): Partial<GatewayDeps> => ({
  keys: { ...bareDeps().keys, verify: async () => principal({ scopes: ['chat'], ...over }) },
});

function events(body: string): unknown[] {
  return body
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => (event === 'data: [DONE]' ? '[DONE]' : JSON.parse(event.slice(6))));
}

describe('an answer at once', () => {
  it('has OpenAI’s shape, the extension, estimated usage, and says that it is synthetic', async () => {
    const { ask } = await gateway();
    const response = await ask({});
    expect(response.statusCode).toBe(200);
    expect(response.headers['x-personate-synthetic']).toBe('true');
    expect(response.headers['personate-disclosure']).toBe('%"Mara is a synthetic persona."');
    const completion = chatCompletionSchema.parse(response.json());
    expect(completion.choices[0]?.message.content).toBe('Hello there.');
    expect(completion.personate.disclosure).toContain('synthetic');
    expect(completion.usage).toEqual({ prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 });
  });

  it('links each citation as an annotation, absolute by the request’s Host', async () => {
    const { ask } = await gateway({
      answer: saying(['We moored at dusk.'], {
        extension: { citations: [citation(1, { startIndex: 0, endIndex: 18 })] },
      }),
    });
    const completion = chatCompletionSchema.parse((await ask({})).json());
    expect(completion.choices[0]?.message.annotations).toEqual([
      {
        type: 'url_citation',
        url_citation: {
          url: 'http://localhost:8787/v1/personas/mara/knowledge/passages/00000000-0000-4000-8000-000000000001',
          title: 'x-archive:mara, 2019-05-08: tweets/1',
          start_index: 0,
          end_index: 18,
        },
      },
    ]);
  });

  it('links each citation to a page for people where the console is served', async () => {
    const { ask } = await gateway(
      {
        answer: saying(['We moored at dusk.'], {
          extension: { citations: [citation(1, { startIndex: 0, endIndex: 18 })] },
        }),
      },
      { consoleDir: import.meta.dirname },
    );
    const completion = chatCompletionSchema.parse((await ask({})).json());
    expect(completion.choices[0]?.message.annotations?.[0]?.url_citation.url).toBe(
      'http://localhost:8787/p/mara/passages/00000000-0000-4000-8000-000000000001',
    );
  });

  it('has markers in the text when the key asks, and annotations that still fit it', async () => {
    const { ask } = await gateway({
      ...withKey({ inlineCitations: true }),
      answer: saying(['We moored.', ' It rained.'], {
        citeAfter: { 0: 1, 1: 2 },
        extension: {
          citations: [
            citation(1, { startIndex: 0, endIndex: 10 }),
            citation(2, { startIndex: 11, endIndex: 21 }),
          ],
        },
      }),
    });
    const message = chatCompletionSchema.parse((await ask({})).json()).choices[0]?.message;
    expect(message?.content).toBe('We moored. [1] It rained. [2]');
    const supported = message?.annotations.map(({ url_citation: { start_index, end_index } }) =>
      message.content.slice(start_index, end_index),
    );
    expect(supported).toEqual(['We moored.', 'It rained.']);
  });

  it('tells a turn that fails by its status, and a bug by nothing but an id', async () => {
    const failing = await gateway({
      answer: async function* () {
        yield { type: 'start', extension: {} };
        throw new ExpectedError('upstream', 'model.garbage', 'The model said nothing usable.', {
          fix: 'Try another model.',
        });
      },
    });
    const upstream = await failing.ask({});
    expect(upstream.statusCode).toBe(502);
    expect(upstream.json()).toMatchObject({
      code: 'model.garbage',
      fix: 'Try another model.',
      error: { code: 'model.garbage', type: 'server_error' },
    });
    const broken = await gateway({
      answer: () => {
        throw new Error('secret detail');
      },
    });
    const internal = await broken.ask({}, { 'x-request-id': 'req-7' });
    expect(internal.statusCode).toBe(500);
    expect(internal.body).not.toContain('secret detail');
    expect(internal.json()).toMatchObject({ code: 'internal', instance: 'req-7' });
    expect(internal.headers['x-request-id']).toBe('req-7');
  });
});

describe('a streamed answer', () => {
  it('begins with the role, ends with the extension, then usage when asked, then [DONE]', async () => {
    const { ask } = await gateway({
      answer: saying(['We', ' moored.'], { extension: { citations: [citation(1)] } }),
    });
    const response = await ask({ stream: true, stream_options: { include_usage: true } });
    expect(response.headers['personate-disclosure']).toBe('%"Mara is a synthetic persona."');
    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(response.headers['x-personate-synthetic']).toBe('true');
    const all = events(response.body);
    expect(all.at(-1)).toBe('[DONE]');
    const chunks = all.slice(0, -1).map((event) => chatChunkSchema.parse(event));
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' });
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe(
      'We moored.',
    );
    const [last, usage] = chunks.slice(-2);
    expect(last?.choices[0]?.finish_reason).toBe('stop');
    expect(last?.choices[0]?.delta.annotations).toHaveLength(1);
    expect(last?.personate?.citations).toHaveLength(1);
    expect(usage).toMatchObject({ choices: [], usage: { completion_tokens: 3 } });
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
  });

  it('names no usage when it is not asked for', async () => {
    const { ask } = await gateway();
    const chunks = events((await ask({ stream: true })).body).slice(0, -1);
    expect(chunks.every((chunk) => !Object.hasOwn(chunk as object, 'usage'))).toBe(true);
  });

  it('has the status of an error that comes before its first word', async () => {
    const { ask } = await gateway({
      answer: async function* () {
        yield { type: 'start', extension: {} };
        throw new ExpectedError('timeout', 'model.timeout', 'No word came.', { fix: 'Wait.' });
      },
    });
    const response = await ask({ stream: true });
    expect(response.statusCode).toBe(504);
    expect(response.json()).toMatchObject({ code: 'model.timeout' });
  });

  it('names the server that failed to an admin and in the log, and to nobody else who asks', async () => {
    const place = 'http://model.internal:8000/v1, HTTP 500';
    const fails = (spoke: boolean): Script =>
      async function* () {
        if (spoke) yield { type: 'delta', text: 'We' };
        throw new ExpectedError('unavailable', 'model.unavailable', 'It failed.', {
          fix: 'Wait.',
          place,
        });
      };
    for (const spoke of [false, true]) {
      const deps = bareDeps({ answer: fails(spoke) });
      const { ask } = await gateway(deps);
      for (const stream of [false, true]) {
        const told = await ask({ stream });
        expect(told.body).toContain('It failed.');
        expect(told.body).not.toContain('model.internal');
        expect((await ask({ stream }, bearer(scopedKeys.admin))).body).toContain(place);
      }
      expect(deps.logged.join()).toContain(place);
    }
    const limited = withKey({ scopes: ['admin'], personas: ['mara'] });
    const { ask } = await gateway({ answer: fails(false), ...limited });
    expect((await ask({})).body).not.toContain('model.internal');
  });

  it('tells an error in mid-stream as an event, and ends', async () => {
    const { ask } = await gateway({
      answer: async function* () {
        yield { type: 'delta', text: 'We' };
        throw new ExpectedError('upstream', 'model.cut', 'The model stopped.', { fix: 'Again.' });
      },
    });
    const response = await ask({ stream: true });
    expect(response.statusCode).toBe(200);
    const all = events(response.body);
    expect(all.at(-1)).toMatchObject({ status: 502, error: { code: 'model.cut' } });
    expect(all).not.toContain('[DONE]');
  });

  it('appends the markers of a turn that gave none along with its text', async () => {
    const { ask } = await gateway({
      ...withKey({ inlineCitations: true }),
      answer: saying(['We moored.'], { extension: { citations: [citation(1), citation(2)] } }),
    });
    const chunks = events((await ask({ stream: true })).body).slice(0, -1);
    const text = chunks.map(
      (chunk) => chatChunkSchema.parse(chunk).choices[0]?.delta.content ?? '',
    );
    expect(text.join('')).toBe('We moored. [1] [2]');
  });
});

describe('what a request may say', () => {
  it('reads parts, drops other models’ leftovers, and takes the version', async () => {
    const { inputs, answer } = listening();
    const { ask } = await gateway({ answer });
    await ask({
      model: 'mara@3',
      messages: [
        { role: 'developer', content: 'Be short.' },
        { role: 'assistant', content: null, tool_calls: [] },
        { role: 'tool', content: '42' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
      max_completion_tokens: 20,
      temperature: 0.5,
      personate: { style: 25 },
    });
    expect(inputs[0]).toMatchObject({
      personaId: 'mara',
      version: 3,
      messages: [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'a\nb' },
      ],
      maxTokens: 20,
      temperature: 0.5,
      style: 25,
      audience: ['public'],
    });
  });

  it('lets through what only tunes a model, also as null', async () => {
    const { ask } = await gateway();
    const response = await ask({
      n: 1,
      top_p: null,
      stop: ['\n'],
      seed: 7,
      logit_bias: null,
      tools: [{ type: 'function', function: { name: 'f' } }],
      tool_choice: 'auto',
      user: null,
      stream: null,
      temperature: null,
      max_tokens: null,
      metadata: null,
      response_format: { type: 'text' },
      presence_penalty: 1,
    });
    expect(response.statusCode).toBe(200);
  });

  it.each([
    [{ n: 2 }, 'chat.parameter-unsupported', 'n'],
    [{ response_format: { type: 'json_object' } }, 'chat.parameter-unsupported', 'response_format'],
    [{ tool_choice: 'required' }, 'chat.parameter-unsupported', 'tool_choice'],
    [{ modalities: ['text', 'audio'] }, 'chat.parameter-unsupported', 'modalities'],
    [
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }] },
      'chat.content-unsupported',
      'messages[0].content[0]',
    ],
    [{ messages: [{ role: 'assistant', content: 'Hm.' }] }, 'chat.no-question', 'messages'],
    [{ messages: [{ role: 'user', content: ' ' }] }, 'chat.no-question', 'messages'],
    [{ messages: [] }, 'request.invalid', 'messages'],
    [{ messages: [{ role: 'user', content: 7 }] }, 'request.invalid', 'messages[0].content'],
    [{ messages: [{ role: 'robot', content: 'x' }] }, 'request.invalid', 'messages[0].role'],
    [{ temperature: 3 }, 'request.invalid', 'temperature'],
    [{ model: 'Not An Id' }, 'persona.missing', 'model'],
  ])('refuses %j with the code and the member', async (body, code, param) => {
    const { ask } = await gateway();
    const response = await ask(body);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code, error: { code, param } });
    expect(response.json<{ fix: string }>().fix).toMatch(/\w{3,}.*\.$/);
  });

  it('refuses a question that is a document', async () => {
    const { ask } = await gateway();
    const content = 'x'.repeat(questionCharacters + 1);
    const response = await ask({ messages: [{ role: 'user', content }] });
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ code: 'chat.question-too-long' });
  });
});

describe('who is remembered', () => {
  it('is the user when the key vouches for its users, and nobody when it does not', async () => {
    const { inputs, answer } = listening();
    const vouching = await gateway({ answer, ...withKey({ vouchesForUser: true }) });
    await vouching.ask({ user: 'ada' });
    await vouching.ask({});
    const not = await gateway({ answer, ...withKey({ vouchesForUser: false }) });
    await not.ask({ user: 'ada' });
    expect(inputs.map(({ userId }) => userId)).toEqual(['ada', null, null]);
  });

  it('is whom the trusted header names, when one is configured', async () => {
    const { inputs, answer } = listening();
    const trusting = { userHeader: 'x-forwarded-user' };
    const key = withKey({ vouchesForUser: true });
    const trusted = await gateway({ answer, ...key }, trusting);
    const utf8 = Buffer.from('Zoë', 'utf8').toString('latin1');
    await trusted.ask({ user: 'eve' }, { 'x-forwarded-user': 'ada' });
    await trusted.ask({ user: 'eve' }, { 'x-forwarded-user': utf8 });
    await trusted.ask({ user: 'eve' }, { 'x-forwarded-user': ' ' });
    const plain = await gateway({ answer, ...key });
    await plain.ask({}, { 'x-forwarded-user': 'ada' });
    expect(inputs.map(({ userId }) => userId)).toEqual(['ada', 'Zoë', 'eve', null]);
    const long = await trusted.ask({}, { 'x-forwarded-user': 'a'.repeat(513) });
    expect(long.json()).toMatchObject({ code: 'chat.user-too-long', status: 400 });
  });

  it('is nobody where the key does not vouch, whatever a trusted header names', async () => {
    const { inputs, answer } = listening();
    const key = withKey({ vouchesForUser: false });
    const { ask } = await gateway({ answer, ...key }, { userHeader: 'x-forwarded-user' });
    await ask({ user: 'eve' }, { 'x-forwarded-user': 'ada' });
    expect(inputs.map(({ userId }) => userId)).toEqual([null]);
  });

  it('asks for the key’s groups besides the public', async () => {
    const { inputs, answer } = listening();
    const { ask } = await gateway({ answer, ...withKey({ audience: ['family'] }) });
    await ask({});
    expect(inputs[0]?.audience).toEqual(['public', 'family']);
  });
});

describe('the conversation', () => {
  const id = '6f3f3f0c-4b1d-4a6e-9a43-8f6f0f7d2f11';

  it('is named in the body, the metadata or a header', async () => {
    const { inputs, answer } = listening();
    const { ask } = await gateway({ answer });
    await ask({ personate: { conversationId: id } });
    await ask({ metadata: { conversation_id: id } });
    await ask({}, { 'x-personate-conversation-id': id });
    await ask({});
    expect(inputs.map(({ conversationId }) => conversationId)).toEqual([id, id, id, undefined]);
  });

  it('may have a client’s own name, which stands for another one with another key', async () => {
    const { inputs, answer } = listening();
    const first = await gateway({ answer, ...withKey({ keyId: 'one' }) });
    await first.ask({ metadata: { conversation_id: 'chat 1' } });
    await first.ask({ metadata: { conversation_id: 'chat 1' } });
    const second = await gateway({ answer, ...withKey({ keyId: 'two' }) });
    await second.ask({ metadata: { conversation_id: 'chat 1' } });
    const [a, b, c] = inputs.map(({ conversationId }) => conversationId);
    expect(a).toMatch(/^[0-9a-f-]{36}$/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it('is another one for each name, however long, and for a name that is no whole text', async () => {
    const { inputs, answer } = listening();
    const { ask } = await gateway({ answer });
    const long = 'https://shop.example/'.padEnd(300, 'x');
    for (const name of [`${long}1`, `${long}2`, 'half \ud83d', 'NUL \0'])
      await ask({ metadata: { conversation_id: name } });
    expect(new Set(inputs.map(({ conversationId }) => conversationId)).size).toBe(4);
  });

  it('is told in a header before the first word, when it is known by then', async () => {
    const { ask } = await gateway({
      answer: async function* () {
        yield { type: 'start', extension: { conversationId: id } };
        yield { type: 'delta', text: 'Hm.' };
        yield { type: 'done', turn: null, extension: extension({ conversationId: id }) };
      },
    });
    const response = await ask({ stream: true });
    expect(response.headers['x-personate-conversation-id']).toBe(id);
  });
});

it('logs neither the question nor the answer nor the key', async () => {
  const deps = bareDeps({ answer: saying(['the secret answer']) });
  const { app } = await buildGateway(deps, testConfig);
  apps.push(app);
  await app.inject({
    method: 'POST',
    url: '/v1/chat/completions?note=secret-query',
    headers: bearer(scopedKeys.chat),
    payload: { model: 'mara', messages: [{ role: 'user', content: 'the secret question' }] },
  });
  const lines = deps.logged.join('');
  expect(lines).toContain('"answered"');
  expect(lines).not.toContain('secret');
  expect(lines).not.toContain(scopedKeys.chat);
});

describe('aspects set by a request', () => {
  it('reach the turn of a key that may review, and no other key may set them', async () => {
    const { inputs, answer } = listening();
    const body = { personate: { aspects: { humour: 'off' } } };
    const chatting = await gateway({ answer });
    const refused = await chatting.ask(body);
    expect(refused.json()).toMatchObject({ status: 403, code: 'key.scope-missing' });
    const { ask } = await gateway({ answer, ...withKey({ scopes: ['chat', 'review'] }) });
    expect((await ask(body)).statusCode).toBe(200);
    expect(inputs).toMatchObject([{ aspects: { humour: 'off' } }]);
    expect((await ask({ personate: { aspects: { charm: 'off' } } })).statusCode).toBe(400);
  });
});
