import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configuredEmbedders, type Embedder, type Embedders } from '../src/index.ts';
import { startScriptedEmbeddings, type ScriptedEmbeddings } from '../src/testing.ts';

const { signal } = new AbortController();
const prefixes = { question: 'query: ', passage: 'passage: ' };
const bundled: Embedder = {
  identity: 'bundled/8',
  dimensions: 8,
  maxTokens: 256,
  countTokens: async () => 1,
  embed: async (texts) => texts.map(() => new Float32Array(8)),
  close: async () => undefined,
};

let endpoint: ScriptedEmbeddings;
const opened: Embedders[] = [];
beforeEach(async () => {
  endpoint = await startScriptedEmbeddings();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((embedders) => embedders.close()));
  await endpoint.close();
});

function settings(over: { dimensions?: number; prefixes?: typeof prefixes } = {}): Embedders {
  const embedders = configuredEmbedders(bundled, {
    models: ['bundled', 'words'],
    endpoint: {
      baseUrl: endpoint.baseUrl,
      apiKey: undefined,
      dimensions: over.dimensions,
      prefixes: new Map(over.prefixes === undefined ? [] : [['words', over.prefixes]]),
      maxTokens: 256,
      timeoutMs: 5_000,
    },
  });
  opened.push(embedders);
  return embedders;
}

describe('whether a server has what embedded a persona', () => {
  it('is told for all that its settings changed, before anybody asks the model', async () => {
    const { identity } = await settings().named('words', signal);
    expect(settings().has(identity)).toBe(true);
    expect(settings({ prefixes }).has(identity)).toBe(false);
    expect(settings({ dimensions: 32 }).has(identity)).toBe(false);
    expect(settings({ dimensions: 64 }).has(identity)).toBe(true);
    expect(settings().has('bundled/8')).toBe(true);
    expect(settings().has('endpoint/elsewhere/64/passage-text-1')).toBe(false);
  });

  it('is told as it answers, once a model has another length than it had', async () => {
    const embedders = settings();
    const { identity } = await embedders.named('words', signal);
    const before = identity.replace('/64/', '/16/');
    expect([embedders.has(identity), embedders.has(before)]).toEqual([true, false]);
    const asked = embedders.of({ personaId: 'ida', embeddingIdentity: before }, signal);
    await expect(asked).rejects.toMatchObject({ code: 'knowledge.identity-mismatch' });
  });
});
