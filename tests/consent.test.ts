import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startScriptedEndpoint, type ScriptedEndpoint } from '@personate/language/testing';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';

let endpoint: ScriptedEndpoint;
let cluster: TestCluster;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint([
    // A sentence, and then a model that thinks for ever.
    { type: 'stall', text: 'That is a good question to ask me. And then' },
  ]);
  cluster = await openTestCluster({
    env: { PERSONATE_CHAT_MODEL: 'scripted', OPENAI_BASE_URL: endpoint.baseUrl },
  });
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'real' },
    disclosure: 'Vera Holm is a synthetic persona. You are talking to an AI.',
    knowledgeLimits: { enabled: false },
  });
}, 300_000);
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  await endpoint?.close();
});

const ask = (stream: boolean) =>
  cluster.request('POST', '/v1/chat/completions', {
    model: 'vera',
    stream,
    messages: [{ role: 'user', content: 'What do you think of tar on a warm day?' }],
  });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

it('an answer that streams ends once consent is withdrawn, and the next is refused', async () => {
  expect(await codeOf(await ask(false))).toBe('persona.consent-missing');
  await cluster.call('POST', '/v1/personas/vera/consent', {
    basis: 'She agreed.',
    evidence: 'Her letter of 1 March 2026.',
  });
  const response = await ask(true);
  expect(response.status).toBe(200);
  expect(response.headers.get('personate-disclosure')).toContain('synthetic');
  let heard = '';
  let withdrawnAt = 0;
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    heard += decoder.decode(piece as Uint8Array, { stream: true });
    if (withdrawnAt > 0 || !heard.includes('good question')) continue;
    // Straight in the records, as another process would.
    await cluster.running.composition.records.personas.withdrawConsent('vera', { by: 'other' });
    withdrawnAt = performance.now();
  }
  expect(withdrawnAt).toBeGreaterThan(0);
  // The model would be given up for silent after thirty seconds; on an idle machine this takes half of one.
  expect(performance.now() - withdrawnAt).toBeLessThan(15_000);
  expect(heard).toContain('You are talking to an AI.');
  expect(heard).toContain('"code":"persona.consent-withdrawn"');
  expect(heard).not.toContain('[DONE]');
  expect(await codeOf(await ask(true))).toBe('persona.consent-withdrawn');
  const { items } = await cluster.call<{ items: Array<{ conversationId: string }> }>(
    'GET',
    '/v1/conversations?persona=vera',
  );
  const conversation = await cluster.call<{ history: Array<{ status: string }> }>(
    'GET',
    `/v1/conversations/${items[0]?.conversationId ?? ''}`,
  );
  expect(conversation.history).toMatchObject([{ status: 'aborted' }]);
}, 120_000);
