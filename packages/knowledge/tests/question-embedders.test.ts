import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openEmbedders,
  openEndpointEmbedder,
  QuestionEmbedders,
  type Embedder,
  type Embedders,
} from '../src/index.ts';
import {
  letterEmbedder,
  startScriptedEmbeddings,
  type ScriptedEmbeddings,
} from '../src/testing.ts';

const { signal } = new AbortController();
const patienceMs = 300;

let server: ScriptedEmbeddings;
let embedders: Embedders;
let spec: { personaId: string; embeddingIdentity: string; dimensions: number };
let clockMs = 0;
let questions: QuestionEmbedders;

beforeEach(async () => {
  server = await startScriptedEmbeddings({ dimensions: 16 });
  embedders = openEmbedders({
    bundled: letterEmbedder(),
    names: ['words', 'bundled'],
    open: (model, abort) =>
      openEndpointEmbedder({ model, baseUrl: server.baseUrl, wait: async () => undefined }, abort),
  });
  const { identity, dimensions } = await embedders.named('words', signal);
  spec = { personaId: 'vera', embeddingIdentity: identity, dimensions };
  clockMs = 0;
  questions = new QuestionEmbedders({ embedders, patienceMs, now: () => clockMs });
});
afterEach(async () => {
  await embedders.close();
  await server.close();
});

const embed = async (embedder: Embedder) => embedder.embed(['Where is it?'], signal, { as: 'question' }); // prettier-ignore
const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'embedded',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

describe('an endpoint that embeds questions', () => {
  it('is asked as long as it embeds', async () => {
    const embedder = await questions.of(spec, signal);
    expect(embedder.identity).toBe(spec.embeddingIdentity);
    expect(await embed(embedder)).toHaveLength(1);
    expect(questions.failing).toBe(false);
  });

  it('holds nobody up for longer than they are patient, and then is left alone for a while', async () => {
    // Opened for each question, as whoever answers does: that it opens says nothing of how it embeds.
    const ask = async () => code(embed(await questions.of(spec, signal)));
    server.script([{ type: 'hang' }]);
    const from = performance.now();
    expect(await ask()).toBe('embedding.timeout');
    await questions.of(spec, signal);
    expect(questions.failing).toBe(true);
    expect(await ask()).toBe('embedding.timeout');
    expect(performance.now() - from).toBeLessThan(20 * patienceMs);
    expect(questions.failing).toBe(true);
    const calls = server.calls.length;
    expect(await code(embed(await questions.of(spec, signal)))).toBe('embedding.resting');
    expect(server.calls).toHaveLength(calls);
    server.script([{ type: 'vectors' }]);
    clockMs += 30_001;
    expect(await embed(await questions.of(spec, signal))).toHaveLength(1);
    expect(questions.failing).toBe(false);
  });

  it.each([
    ['fails', { type: 'status', status: 500 } as const, 'embedding.unavailable'],
    ['refuses the key', { type: 'status', status: 401 } as const, 'embedding.refused'],
    ['answers with something else', { type: 'body', body: '<html>' } as const, 'embedding.garbage'],
  ])('that %s is told from one that embeds', async (_, reply, expected) => {
    const embedder = await questions.of(spec, signal);
    server.script([reply]);
    expect(await code(embed(embedder))).toBe(expected);
    expect(questions.failing).toBe(true);
  });

  it('that cannot even be opened fails when it is asked, within the same patience', async () => {
    const unopened = openEmbedders({
      bundled: letterEmbedder(),
      names: ['words', 'bundled'],
      open: () => new Promise(() => undefined),
    });
    const waiting = new QuestionEmbedders({ embedders: unopened, patienceMs, now: () => clockMs });
    const embedder = await waiting.of(spec, signal);
    expect(embedder).toMatchObject({
      identity: spec.embeddingIdentity,
      dimensions: spec.dimensions,
    });
    expect(await code(embed(embedder))).toBe('embedding.timeout');
    expect(waiting.failing).toBe(true);
  });

  it('a persona whose vectors nobody here makes is refused as before, not searched by words', async () => {
    const foreign = { ...spec, embeddingIdentity: 'made by nobody' };
    expect(await code(questions.of(foreign, signal))).toBe('knowledge.identity-mismatch');
  });

  it('a client that goes away says nothing about the endpoint', async () => {
    const embedder = await questions.of(spec, signal);
    server.script([{ type: 'hang' }]);
    const gone = new AbortController();
    const waiting = embedder.embed(['Where is it?'], gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    expect(questions.failing).toBe(false);
  });
});
