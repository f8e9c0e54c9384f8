import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { startScriptedEndpoint, type ScriptedEndpoint } from '../endpoint/scripted-endpoint.ts';
import { keepValid } from './keep-valid.ts';
import { readJson } from './read-json.ts';
import { StructuredModel } from './structured-model.ts';

const schema = z.object({
  traits: z.array(z.object({ name: z.string(), strength: z.number().min(0).max(1) })).max(5),
});
const signal = new AbortController().signal;
let endpoint: ScriptedEndpoint;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
});
afterEach(() => endpoint.close());

const ask = (over: { firstTokenMs?: number } = {}) =>
  new StructuredModel({ model: 'scripted', baseUrl: endpoint.baseUrl, backoffMs: 1, ...over }).ask(
    { name: 'traits', messages: [{ role: 'user', content: 'Traits?' }], schema, maxTokens: 100 },
    signal,
  );
const say = (...texts: string[]) => endpoint.script(texts.map((text) => ({ type: 'text', text })));
const good = '{"traits":[{"name":"wit","strength":0.8}]}';

describe('StructuredModel', () => {
  it('asks for the schema and takes what fits it', async () => {
    say(good);
    expect(await ask()).toEqual({ value: { traits: [{ name: 'wit', strength: 0.8 }] }, lost: [] });
    expect(endpoint.requests).toHaveLength(1);
    expect(endpoint.requests[0]?.body['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'traits', schema: { type: 'object' } },
    });
  });

  it('does with words where an endpoint knows no way to ask for JSON, and remembers it', async () => {
    endpoint.script(({ body }) =>
      body['response_format'] === undefined
        ? { type: 'text', text: good }
        : { type: 'status', status: 400 },
    );
    const model = new StructuredModel({ model: 'scripted', baseUrl: endpoint.baseUrl });
    const request = { name: 'traits', messages: [], schema, maxTokens: 100 };
    expect((await model.ask(request, signal)).value).not.toBeNull();
    expect((await model.ask(request, signal)).value).not.toBeNull();
    expect(endpoint.requests).toHaveLength(4);
  });

  it('mends what small models get wrong: thinking aloud, fences, quotes, commas, a reply that was cut off', async () => {
    say(
      "<think>Hm {</think>Sure!\n```json\n{'traits': [{'name': 'wit', strength: 0.8,},]}\n``` Hope it helps.",
    );
    expect((await ask()).value).toEqual({ traits: [{ name: 'wit', strength: 0.8 }] });
    say('{"traits":[{"name":"wit","strength":0.8},{"name":"pat');
    const cut = await ask();
    expect(cut.value).toEqual({ traits: [{ name: 'wit', strength: 0.8 }] });
    expect(cut.lost).toHaveLength(1);
  });

  it('asks again with what was wrong, and is content with a right answer then', async () => {
    say('I cannot do that.', good);
    expect((await ask()).lost).toEqual([]);
    expect(endpoint.requests).toHaveLength(2);
    expect(JSON.stringify(endpoint.requests[1]?.body.messages)).toContain('no JSON object');
  });

  it('keeps what is valid when the second answer is no better, and says what was lost', async () => {
    say('{"traits":[{"name":"wit","strength":0.8},{"name":"gall","strength":"very"}]}');
    const kept = await ask();
    expect(kept.value).toEqual({ traits: [{ name: 'wit', strength: 0.8 }] });
    expect(kept.lost.join()).toContain('traits.1.strength');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('gives nothing after three answers of chatter', async () => {
    say('Chatter.');
    expect(await ask()).toEqual({ value: null, lost: ['the reply: no JSON object'] });
    expect(endpoint.requests).toHaveLength(3);
  });

  it('takes what has come when its time is up, and asks no second time', async () => {
    endpoint.script([{ type: 'stall', text: '{"traits":[{"name":"wit","strength":0.8},{"na' }]);
    const model = new StructuredModel({ model: 'scripted', baseUrl: endpoint.baseUrl });
    const request = { name: 'traits', messages: [], schema, maxTokens: 100 };
    // The first call loads LangChain.
    await model
      .ask({ ...request, endsBy: AbortSignal.timeout(60_000) }, AbortSignal.timeout(5_000))
      .catch(() => null);
    const cut = await model.ask({ ...request, endsBy: AbortSignal.timeout(1_000) }, signal);
    expect(cut.value).toEqual({ traits: [{ name: 'wit', strength: 0.8 }] });
    expect(cut.lost.join()).toContain('it was cut off');
    expect(endpoint.requests).toHaveLength(2);
    endpoint.script([{ type: 'hang' }]);
    const none = await model.ask({ ...request, endsBy: AbortSignal.timeout(300) }, signal);
    expect(none).toEqual({ value: null, lost: ['the reply: its time was up'] });
  });

  it('says why when the endpoint fails, and tries a passing failure again', async () => {
    endpoint.script([{ type: 'hang' }]);
    await expect(ask({ firstTokenMs: 50 })).rejects.toMatchObject({ code: 'model.timeout' });
    endpoint.script([{ type: 'status', status: 401 }]);
    await expect(ask()).rejects.toMatchObject({ code: 'model.refused' });
    endpoint.script([
      { type: 'status', status: 503 },
      { type: 'text', text: good },
    ]);
    expect((await ask()).value).not.toBeNull();
  });
});

describe('keepValid', () => {
  it('gives a value of the schema or none, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const { value, lost } = keepValid(schema, { traits: raw });
        expect(value === null ? lost.length > 0 : schema.safeParse(value).success).toBe(true);
      }),
    );
  });
});

describe('readJson', () => {
  it('gives an object or nothing, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof (readJson(`{${text}`)?.value ?? {})).toBe('object');
      }),
    );
  });
});
