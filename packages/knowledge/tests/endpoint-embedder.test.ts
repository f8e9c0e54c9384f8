import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEndpointEmbedder, type Embedder, type EndpointEmbedderOptions } from '../src/index.ts';
import { startScriptedEmbeddings, type ScriptedEmbeddings } from '../src/testing.ts';

let endpoint: ScriptedEmbeddings;
const opened: Embedder[] = [];
const waits: number[] = [];
let clock = 0;
const { signal } = new AbortController();
/** Calls that the probe makes. */
const probes = 2;

beforeEach(async () => {
  endpoint = await startScriptedEmbeddings();
  waits.length = 0;
  clock = 0;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((embedder) => embedder.close()));
  await endpoint.close();
});

async function open(options: Partial<EndpointEmbedderOptions> = {}): Promise<Embedder> {
  const embedder = await openEndpointEmbedder(
    {
      model: 'words',
      baseUrl: endpoint.baseUrl,
      wait: async (ms) => {
        waits.push(ms);
      },
      random: () => 0,
      now: () => clock,
      ...options,
    },
    signal,
  );
  opened.push(embedder);
  return embedder;
}

const cosine = (a?: Float32Array, b?: Float32Array): number =>
  Array.from(a ?? []).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);
const sent = () => endpoint.calls.slice(probes).map(({ body }) => body.input);

describe('an embeddings endpoint', () => {
  it('gives vectors of length one, in the order of the texts, whatever the order of the answer', async () => {
    const embedder = await open();
    expect(embedder.dimensions).toBe(64);
    const texts = ['the tide was low', 'copper rivets', 'tide and rivets'];
    const inOrder = await embedder.embed(texts, signal);
    endpoint.script([{ type: 'vectors', change: (data) => data.toReversed() }]);
    const shuffled = await embedder.embed(texts, signal);
    expect(shuffled).toEqual(inOrder);
    for (const vector of inOrder) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(cosine(inOrder[0], inOrder[2])).toBeGreaterThan(cosine(inOrder[0], inOrder[1]));
  });

  it('reads compact and plain vectors alike, and asks plainly where the compact form is refused', async () => {
    const compact = await open();
    const [expected] = await compact.embed(['the tide was low'], signal);
    endpoint.script(({ body }) =>
      body.encoding_format === 'base64' ? { type: 'status', status: 400 } : { type: 'vectors' },
    );
    const plain = await open();
    expect((await plain.embed(['the tide was low'], signal))[0]).toEqual(expected);
    expect(endpoint.calls.at(-1)?.body.encoding_format).toBe('float');
  });

  it('gets its own prefix before a question and before a passage, which belong to what it is known by', async () => {
    const prefixes = { question: 'query:', passage: 'passage:' };
    const plain = await open();
    const [unprefixed] = await plain.embed(['the tide was low'], signal);
    const embedder = await open({ prefixes });
    const before = endpoint.calls.length;
    const [passage] = await embedder.embed(['the tide was low'], signal);
    await embedder.embed(['how was the tide'], signal, { urgent: true, as: 'question' });
    expect(endpoint.calls.slice(before).map(({ body }) => body.input)).toEqual([
      ['passage: the tide was low'],
      ['query: how was the tide'],
    ]);
    expect(passage).not.toEqual(unprefixed);
    expect(embedder.identity).not.toBe(plain.identity);
    expect(embedder.identity).not.toBe((await open({ prefixes: { question: 'passage:', passage: 'query:' } })).identity); // prettier-ignore
    expect((await open({ prefixes: { question: '', passage: '' } })).identity).toBe(plain.identity);
    // What is embedded has to fit with its prefix.
    expect(embedder.maxTokens).toBeLessThan(plain.maxTokens);
  });

  it('is known by its model, its dimensions and what is done to texts, not by its address or key', async () => {
    const one = await open({ apiKey: 'secret-key' });
    await using elsewhere = await startScriptedEmbeddings();
    const moved = await open({ baseUrl: elsewhere.baseUrl });
    expect(moved.identity).toBe(one.identity);
    expect(one.identity).toMatch(/^endpoint\/words\/64\/passage-text-\d+$/);
    expect((await open({ model: 'org/words' })).identity).not.toBe(one.identity);
    const shorter = await open({ dimensions: 32 });
    expect(shorter.identity).not.toBe(one.identity);
    expect((await shorter.embed(['a b'], signal))[0]).toHaveLength(32);
    expect(endpoint.calls[0]?.headers.authorization).toBe('Bearer secret-key');
  });

  it('sends many texts in batches within both bounds, and loses none', async () => {
    const embedder = await open({ batchTexts: 3, batchTokens: 31 });
    const texts = ['a', 'b', 'c', 'd', 'long '.repeat(12).trim(), 'e', 'f'];
    const vectors = await embedder.embed(texts, signal);
    expect(vectors).toHaveLength(texts.length);
    // Two at a time: which of them comes first is open.
    expect(new Set(sent().map((batch) => batch.join('|')))).toEqual(
      new Set(['a|b|c', `d|${'long '.repeat(12).trim()}`, 'e|f']),
    );
    for (const [i, text] of texts.entries())
      expect(cosine(vectors[i], (await embedder.embed([text], signal))[0])).toBeCloseTo(1, 5);
  });

  it('lets a question pass while bulk waits for its turn', async () => {
    const embedder = await open({ batchTexts: 1, parallel: 1 });
    endpoint.script(({ body }) =>
      body.input[0] === 'bulk' ? { type: 'hang' } : { type: 'vectors' },
    );
    const leaving = new AbortController();
    const bulk = embedder.embed(['bulk', 'more bulk'], leaving.signal);
    await expect(embedder.embed(['question'], signal, { urgent: true })).resolves.toHaveLength(1);
    leaving.abort(new Error('gone'));
    await expect(bulk).rejects.toThrow('gone');
    expect(sent().flat()).not.toContain('more bulk');
    await expect(embedder.embed(['next in bulk'], signal)).resolves.toHaveLength(1);
  });

  it('refuses an empty text and one beyond the window before anything is sent', async () => {
    const embedder = await open({ maxTokens: 20 });
    await expect(embedder.embed(['fine', ' \n'], signal)).rejects.toMatchObject({
      code: 'embedding.empty-text',
    });
    await expect(embedder.embed(['word '.repeat(30)], signal)).rejects.toMatchObject({
      code: 'embedding.text-too-long',
    });
    expect(sent()).toEqual([]);
  });

  it('is not opened where the server cuts texts of the stated window silently', async () => {
    await using small = await startScriptedEmbeddings({ windowTokens: 256 });
    await expect(open({ baseUrl: small.baseUrl })).rejects.toMatchObject({
      code: 'embedding.cuts-texts',
    });
    await expect(open({ baseUrl: small.baseUrl, maxTokens: 256 })).resolves.toBeDefined();
  });

  it('tries again what may pass, waiting longer each time, or as long as it is told', async () => {
    const embedder = await open();
    endpoint.script([
      { type: 'status', status: 500 },
      { type: 'cut' },
      { type: 'status', status: 429, retryAfter: '7' },
      { type: 'vectors' },
    ]);
    await expect(embedder.embed(['a'], signal)).resolves.toHaveLength(1);
    expect(waits).toEqual([500, 1_000, 7_000]);
  });

  it('gives up at once when it is told to wait longer than anybody would', async () => {
    const embedder = await open();
    endpoint.script([{ type: 'status', status: 429, retryAfter: '3600' }]);
    await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({
      code: 'embedding.throttled',
      retryable: true,
    });
    expect(waits).toEqual([]);
  });

  it('ends a call that is not answered in time', async () => {
    const embedder = await open({ timeoutMs: 150 });
    endpoint.script([{ type: 'hang' }]);
    await expect(embedder.embed(['a'], signal, { urgent: true })).rejects.toMatchObject({
      code: 'embedding.timeout',
    });
  });

  it('ends with its caller', async () => {
    const embedder = await open();
    endpoint.script([{ type: 'hang' }]);
    const leaving = new AbortController();
    const waiting = embedder.embed(['a'], leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });

  it('is left alone after failing again and again, and tried by one caller after a rest', async () => {
    const embedder = await open();
    endpoint.script([{ type: 'status', status: 503 }]);
    for (let n = 0; n < 3; n += 1)
      await expect(embedder.embed(['a'], signal, { urgent: true })).rejects.toMatchObject({
        code: 'embedding.unavailable',
      });
    const before = endpoint.calls.length;
    await expect(embedder.embed(['a'], signal)).rejects.toThrow('left alone');
    expect(endpoint.calls).toHaveLength(before);
    clock += 31_000;
    endpoint.script([{ type: 'vectors' }]);
    await expect(embedder.embed(['a'], signal)).resolves.toHaveLength(1);
    await expect(embedder.embed(['b'], signal)).resolves.toHaveLength(1);
  });

  it.each([
    ['no JSON', { type: 'body' as const, body: '<html>' }],
    ['another shape', { type: 'body' as const, body: '{"data": [{"vector": [1]}]}' }],
    ['a vector too few', { type: 'vectors' as const, change: (data: unknown[]) => data.slice(1) }],
    [
      'the same text twice',
      {
        type: 'vectors' as const,
        change: (data: Array<{ index: number }>) => data.map((one) => ({ ...one, index: 0 })),
      },
    ],
    [
      'a vector of nothing',
      {
        type: 'vectors' as const,
        change: (data: object[]) =>
          data.map((one) => ({ ...one, embedding: Array.from({ length: 64 }, () => 0) })),
      },
    ],
    [
      'numbers that are none',
      {
        type: 'vectors' as const,
        change: (data: object[]) =>
          data.map((one) => ({
            ...one,
            embedding: Buffer.from(new Float32Array(64).fill(Number.NaN).buffer).toString('base64'),
          })),
      },
    ],
    [
      'vectors of another size',
      {
        type: 'vectors' as const,
        change: (data: object[]) => data.map((one) => ({ ...one, embedding: [0.6, 0.8] })),
      },
    ],
  ])('that answers with %s is said to answer garbage', async (_what, reply) => {
    const embedder = await open();
    endpoint.script([reply]);
    await expect(embedder.embed(['a', 'b'], signal)).rejects.toMatchObject({
      code: 'embedding.garbage',
    });
  });

  it('is not opened when its vectors are not of the size that was set', async () => {
    endpoint.script([
      { type: 'vectors', change: (data) => data.map((one) => ({ ...one, embedding: [0.6, 0.8] })) },
    ]);
    await expect(open({ dimensions: 32 })).rejects.toMatchObject({ code: 'embedding.garbage' });
  });

  it('tells neither its key nor a text when it fails', async () => {
    endpoint.script([{ type: 'status', status: 401 }]);
    const failure = await open({ apiKey: 'secret-key' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'embedding.refused' });
    expect(JSON.stringify([failure, String(failure)])).not.toMatch(/secret-key|old boat/);
  });

  it('refuses what comes after it was closed', async () => {
    const embedder = await open();
    await embedder.close();
    await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({ code: 'embedding.failed' });
  });
});
