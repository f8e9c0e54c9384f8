import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExpectedError, personaDocumentSchema } from '@personate/contracts';
import type { SpeakRequest, SpokenPart } from '../speaker.ts';
import { EndpointSpeaker } from './endpoint-speaker.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import { startScriptedEndpoint, type ScriptedEndpoint } from './scripted-endpoint.ts';

const secret = 'sk-very-secret-123';
const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida',
  subject: { kind: 'fictional' },
  disclosure: 'Ida is synthetic.',
});
const evidence = [1, 2, 3].map((n) => ({
  passageId: `00000000-0000-4000-8000-00000000000${n}`,
  documentId: `d${n}`,
  documentKey: `00000000-0000-4000-8000-00000000001${n}`,
  source: 's',
  kind: 'history' as const,
  stance: 'by' as const,
  author: null,
  at: null,
  atPrecision: null,
  title: null,
  url: null,
  text: `Fact ${n}.`,
  context: [],
  score: 1,
  scores: {},
}));
const request: SpeakRequest = {
  persona,
  asked: 'Where?',
  question: 'Where?',
  language: 'en',
  decision: 'answered',
  evidence,
  memories: [],
  history: [],
  prompt: [
    { role: 'system', content: 'You are Ida.' },
    { role: 'user', content: 'Where?' },
  ],
  style: 1,
};
const never = new AbortController().signal;

let endpoint: ScriptedEndpoint;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
});
afterEach(() => endpoint.close());

function speakerOf(options: Partial<EndpointOptions> = {}): EndpointSpeaker {
  return new EndpointSpeaker({
    baseUrl: endpoint.baseUrl,
    apiKey: secret,
    model: 'scripted',
    // The first of them loads LangChain.
    firstTokenMs: 60_000,
    idleMs: 60_000,
    ...options,
  });
}

interface Heard {
  parts: SpokenPart[];
  text: string;
  error: ExpectedError | null;
}

async function hear(speaker: EndpointSpeaker, signal = never): Promise<Heard> {
  const parts: SpokenPart[] = [];
  let error: ExpectedError | null = null;
  try {
    for await (const part of speaker.speak(request, signal)) parts.push(part);
  } catch (thrown) {
    if (!(thrown instanceof ExpectedError)) throw thrown;
    error = thrown;
  }
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { parts, text, error };
}

describe('a model behind an OpenAI-compatible endpoint', () => {
  it('is asked with the whole prompt and streams its reply with the usage it reports', async () => {
    endpoint.script([{ type: 'text', text: 'I grew up by the river.' }]);
    const { text, parts, error } = await hear(speakerOf());
    expect(error).toBeNull();
    expect(text).toBe('I grew up by the river.');
    expect(parts).toContainEqual({ type: 'usage', promptTokens: 100, completionTokens: 23 });
    expect(endpoint.requests[0]?.body).toMatchObject({
      model: 'scripted',
      stream: true,
      messages: request.prompt,
      max_tokens: 800,
    });
    expect(endpoint.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  it('turns its markers into citations wherever the stream is cut', async () => {
    for (const chunkCharacters of [1, 2, 3, 5, 100]) {
      endpoint.script([
        { type: 'text', text: 'By the river [1]. It was cold [2, 3][9].', chunkCharacters },
      ]);
      const { text, parts } = await hear(speakerOf());
      expect(text).toBe('By the river. It was cold.');
      expect(parts.flatMap((part) => (part.type === 'cite' ? [part.n] : []))).toEqual([1, 2, 3]);
    }
  });

  it('says no character that a terminal would obey', async () => {
    endpoint.script([
      { type: 'text', text: 'In \u001b[31mGalway.\u0007\nTwo\u009b lines.\r', chunkCharacters: 3 },
    ]);
    expect((await hear(speakerOf())).text).toBe('In [31mGalway.\nTwo lines.');
  });

  it('leaves out what a reasoning model thinks aloud', async () => {
    endpoint.script([
      { type: 'text', text: '<think>Hm [1], where?</think>\n\nIn Kiel.', chunkCharacters: 3 },
    ]);
    expect((await hear(speakerOf())).text).toBe('In Kiel.');
  });

  it('is tried again after a passing failure, as often as allowed and not once more', async () => {
    endpoint.script([
      { type: 'status', status: 500 },
      { type: 'status', status: 429, retryAfter: '0' },
      { type: 'text', text: 'Here.' },
    ]);
    expect((await hear(speakerOf())).text).toBe('Here.');
    expect(endpoint.requests).toHaveLength(3);
    endpoint.script([{ type: 'status', status: 503 }]);
    const { error } = await hear(speakerOf({ retries: 1 }));
    expect(error?.code).toBe('model.unavailable');
    expect(endpoint.requests).toHaveLength(5);
  });

  it('is not waited for when it asks for longer than anybody waits', async () => {
    endpoint.script([{ type: 'status', status: 429, retryAfter: '3600' }]);
    const { error } = await hear(speakerOf());
    expect([error?.code, error?.status]).toEqual(['model.throttled', 429]);
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each([
    [{ type: 'status', status: 400 } as const, 'model.refused'],
    [{ type: 'status', status: 401 } as const, 'model.refused'],
    [{ type: 'status', status: 404 } as const, 'model.refused'],
    [{ type: 'garbage' } as const, 'model.garbage'],
    [
      { type: 'garbage', body: '<html>welcome</html>', contentType: 'text/html' } as const,
      'model.garbage',
    ],
    [{ type: 'empty' } as const, 'model.garbage'],
    [{ type: 'empty', finish: 'content_filter' } as const, 'model.refused'],
  ])('fails with a stated error and without a second try for %j', async (reply, code) => {
    endpoint.script([reply]);
    const { error, text } = await hear(speakerOf());
    expect(text).toBe('');
    expect(error?.code).toBe(code);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('that hangs is left after the time for the first token', async () => {
    endpoint.script([{ type: 'hang' }]);
    const { error } = await hear(speakerOf({ firstTokenMs: 150 }));
    expect(error?.code).toBe('model.timeout');
  });

  it('that still reads is waited for as long as it says so, and no longer than is bearable', async () => {
    const reading = { type: 'reading', everyMs: 100 } as const;
    endpoint.script([{ ...reading, signs: 10, text: 'I was born.' }]);
    const patient = await hear(speakerOf({ firstTokenMs: 700, readingMs: 60_000 }));
    expect(patient).toMatchObject({ text: 'I was born.', error: null });
    endpoint.script([{ ...reading, signs: 600 }]);
    const { error } = await hear(speakerOf({ firstTokenMs: 700, readingMs: 900 }));
    expect(error?.code).toBe('model.timeout');
  });

  it('that stalls, breaks off or ends without a reason keeps what came and says so', async () => {
    endpoint.script([{ type: 'stall', text: 'I was' }]);
    expect(await hear(speakerOf({ idleMs: 150 }))).toMatchObject({
      text: 'I was',
      error: { code: 'model.timeout' },
    });
    for (const type of ['cut', 'end-early', 'stream-error'] as const) {
      endpoint.script([{ type, text: 'I was' }]);
      const heard = await hear(speakerOf());
      expect([type, heard.text, heard.error?.code]).toEqual([type, 'I was', 'model.unavailable']);
    }
    expect(endpoint.requests).toHaveLength(4);
  });

  it('that is not there is an error after the tries, not a crash', async () => {
    const speaker = speakerOf({ baseUrl: 'http://127.0.0.1:9/v1', retries: 0 });
    expect((await hear(speaker)).error?.code).toBe('model.unavailable');
  });

  it('stops at once when the client goes away', async () => {
    endpoint.script([{ type: 'text', text: 'word '.repeat(500), delayMs: 5 }]);
    const client = new AbortController();
    const heard: string[] = [];
    await expect(async () => {
      for await (const part of speakerOf().speak(request, client.signal)) {
        if (part.type === 'text') heard.push(part.text);
        if (heard.length === 3) client.abort(new Error('gone'));
      }
    }).rejects.toThrow('gone');
    expect(heard.length).toBeLessThan(10);
  });

  it('never lets the key into an error', async () => {
    endpoint.script([
      { type: 'status', status: 401, body: { error: { message: `Incorrect API key: ${secret}` } } },
    ]);
    const refused = await hear(speakerOf());
    const baseUrl = endpoint.baseUrl.replace('http://', 'http://me:pw@');
    const unreachable = await hear(speakerOf({ baseUrl, retries: 0 }));
    const told = [refused.error, unreachable.error].map((error) =>
      JSON.stringify({
        ...(error as object | undefined),
        message: error?.message,
        stack: error?.stack,
        cause: error?.cause,
      }),
    );
    expect(refused.error).toMatchObject({ place: `${endpoint.baseUrl}, HTTP 401` });
    expect(told.join()).not.toContain(secret);
    expect(told.join()).not.toContain('pw@');
  });
});

describe('tracing', () => {
  it('uploads nothing, even where the environment asks for it', async () => {
    let uploads = 0;
    const tracer = createServer((_, reply) => {
      uploads += 1;
      reply.end('{}');
    });
    await new Promise<void>((resolve) => {
      tracer.listen(0, '127.0.0.1', resolve);
    });
    const { port } = tracer.address() as AddressInfo;
    const names = {
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_ENDPOINT: `http://127.0.0.1:${port}`,
      LANGSMITH_API_KEY: 'x',
    };
    Object.assign(process.env, names);
    try {
      expect((await hear(speakerOf())).text).toBe('Hello.');
      await new Promise<void>((resolve) => {
        tracer.close(() => resolve());
      });
      expect(uploads).toBe(0);
    } finally {
      for (const name of Object.keys(names)) delete process.env[name];
    }
  });
});

describe('a small model', () => {
  const said = '{"evidence": [2, 9], "answer": "I plank in \\"larch\\"."}';

  it('is asked for JSON, whose answer is streamed out of it and cites what it named', async () => {
    endpoint.script([{ type: 'text', text: said, chunkCharacters: 3 }]);
    const { parts, text } = await hear(speakerOf({ model: 'qwen2.5-1.5b' }));
    expect(text).toBe('I plank in "larch".');
    expect(parts.filter(({ type }) => type === 'text').length).toBeGreaterThan(2);
    expect(parts.filter(({ type }) => type === 'cite')).toEqual([{ type: 'cite', n: 2 }]);
    const { body } = endpoint.requests[0] ?? {};
    expect(body?.['response_format']).toMatchObject({ type: 'json_schema' });
    expect(body?.messages?.at(-1)?.content).toContain('"evidence"');
    expect(body?.messages?.[0]?.content).toBe('You are Ida.');
  });

  it('behind an endpoint that knows no schema is asked in words, tried once and no more', async () => {
    endpoint.script(({ body }) =>
      body['response_format'] === undefined
        ? { type: 'text', text: 'I plank in larch [1].' }
        : { type: 'status', status: 400 },
    );
    const speaker = speakerOf({ json: 'on' });
    expect((await hear(speaker)).text).toBe('I plank in larch.');
    expect((await hear(speaker)).text).toBe('I plank in larch.');
    expect(endpoint.requests).toHaveLength(3);
  });

  it('that answers without JSON is heard all the same', async () => {
    endpoint.script([{ type: 'text', text: 'I plank in larch [1].' }]);
    const { parts, text } = await hear(speakerOf({ json: 'on' }));
    expect(text).toBe('I plank in larch.');
    expect(parts).toContainEqual({ type: 'cite', n: 1 });
  });

  it('gives the fallback its turn where its JSON holds no answer', async () => {
    endpoint.script([{ type: 'text', text: '{"evidence": []}' }]);
    expect((await hear(speakerOf({ json: 'on', retries: 0 }))).error?.code).toBe('model.garbage');
  });

  it('is not asked for JSON where that is switched off, nor is a large one', async () => {
    endpoint.script([{ type: 'text', text: 'Larch.' }]);
    await hear(speakerOf({ model: 'qwen2.5-1.5b', json: 'off' }));
    await hear(speakerOf({ model: 'qwen3-32b' }));
    expect(endpoint.requests.map(({ body }) => body['response_format'])).toEqual([
      undefined,
      undefined,
    ]);
  });
});
