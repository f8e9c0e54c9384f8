import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startScriptedEndpoint, type ScriptedEndpoint } from '@personate/language/testing';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    decision: string;
    reason?: string;
    citations: Array<{ source: string; documentKey: string }>;
    improvised?: Array<{ startIndex: number; endIndex: number }>;
  };
}

const cheese = 'I always put smoked cheese in my sandwich.';
const question = 'What do you put in your sandwich?';
const persona = {
  id: 'vera',
  name: 'Vera Holm',
  subject: { kind: 'fictional' },
  disclosure: 'A synthetic persona.',
  persona: { summary: 'Vera Holm is a boat builder from Oban.' },
  knowledgeLimits: { improvise: true },
};

let endpoint: ScriptedEndpoint;
let cluster: TestCluster;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint(({ body }) => {
    const prompt = body.messages?.at(-1)?.content ?? '';
    // Once it is evidence it is cited; before, it is made up.
    return {
      type: 'text',
      text: /<evidence>[^]*smoked cheese/u.test(prompt) ? `${cheese} [1]` : cheese,
    };
  });
  cluster = await openTestCluster({
    env: { PERSONATE_CHAT_MODEL: 'scripted', OPENAI_BASE_URL: endpoint.baseUrl },
  });
  await cluster.call('POST', '/v1/personas', persona);
}, 120_000);
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  await endpoint?.close();
});

const ask = () =>
  cluster.call<Answer>('POST', '/v1/chat/completions', {
    model: 'vera',
    messages: [{ role: 'user', content: question }],
  });

describe('what a fictional persona makes up', () => {
  it('is a document of its own from then on, which the next answer cites, until it is erased', async () => {
    const first = await ask();
    expect(first.choices[0]?.message.content).toBe(cheese);
    expect(first.personate).toMatchObject({
      decision: 'answered',
      reason: 'improvised',
      citations: [],
      improvised: [{ startIndex: 0, endIndex: cheese.length }],
    });

    await eventually('it is ingested', 60_000, async () => {
      const { items } = await cluster.call<{ items: Array<{ status: string }> }>(
        'GET',
        '/v1/personas/vera/ingestions',
      );
      return items.length === 1 && items[0]?.status === 'done' ? items : undefined;
    });
    const later = await ask();
    const [cited] = later.personate.citations;
    expect(cited?.source).toBe('improvised');
    expect(later.personate.improvised).toBeUndefined();

    await cluster.call('DELETE', `/v1/personas/vera/knowledge/documents/${cited?.documentKey}`);
    expect((await ask()).personate).toMatchObject({ citations: [], reason: 'improvised' });
  });

  it('is refused to a persona of anybody who lived, when it is made', async () => {
    const real = { ...persona, id: 'ada-m', subject: { kind: 'historical' } };
    const response = await cluster.request('POST', '/v1/personas', real);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('for subjects of the kind \\"fictional\\" only');
  });
});
