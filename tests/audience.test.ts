import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

let cluster: TestCluster;
const keys: Record<'stranger' | 'colleague' | 'doctor', string> = {
  stranger: '',
  colleague: '',
  doctor: '',
};

const documents = [
  { id: 'open', text: 'My favourite colour is the green of old bottle glass.' },
  {
    id: 'team',
    text: 'My favourite project name for the merger is Kingfisher.',
    audience: ['team'],
  },
  {
    id: 'clinic',
    text: 'My favourite remedy for the bad knee is a cold compress.',
    audience: ['clinic'],
  },
];

beforeAll(async () => {
  cluster = await openTestCluster();
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
  const form = new FormData();
  form.set('source', 'notes');
  form.set('stance', 'by');
  form.set(
    'file',
    new Blob([documents.map((one) => JSON.stringify(one)).join('\n')]),
    'notes.jsonl',
  );
  const { ingestionId } = await cluster.call<{ ingestionId: string }>(
    'POST',
    '/v1/personas/vera/ingestions',
    form,
  );
  await eventually('the ingestion ends', 60_000, async () => {
    const job = await cluster.call<{ status: string }>(
      'GET',
      `/v1/personas/vera/ingestions/${ingestionId}`,
    );
    return job.status === 'done' ? job : undefined;
  });
  const audiences = { stranger: [], colleague: ['team'], doctor: ['clinic'] };
  for (const name of ['stranger', 'colleague', 'doctor'] as const) {
    const { key } = await cluster.call<{ key: string }>('POST', '/v1/keys', {
      name,
      scopes: ['chat'],
      audience: audiences[name],
    });
    keys[name] = key;
  }
}, 90_000);
afterAll(async () => cluster?.[Symbol.asyncDispose]());

async function as<Answer>(
  name: keyof typeof keys,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await cluster.request(method, path, body, {
    headers: { authorization: `Bearer ${keys[name]}` },
  });
  return (await response.json()) as Answer;
}

describe('who asks', () => {
  it.each([
    ['stranger', ['open']],
    ['colleague', ['open', 'team']],
    ['doctor', ['clinic', 'open']],
  ] as const)('decides what is found: a %s finds %j', async (name, found) => {
    const { results } = await as<{ results: Array<{ documentId: string }> }>(
      name,
      'GET',
      '/v1/personas/vera/knowledge/search?k=10&q=favourite',
    );
    expect(results.map((one) => one.documentId).sort()).toEqual(found);
  });

  it('decides what is said, and no answer or evidence holds a word of what is not for them', async () => {
    for (const name of ['stranger', 'doctor'] as const) {
      const answer = await as<unknown>(name, 'POST', '/v1/chat/completions', {
        model: 'vera',
        messages: [
          { role: 'user', content: 'What is your favourite project name for the merger?' },
        ],
      });
      expect(JSON.stringify(answer)).not.toContain('Kingfisher');
    }
    const told = await as<unknown>('colleague', 'POST', '/v1/chat/completions', {
      model: 'vera',
      messages: [{ role: 'user', content: 'What is your favourite project name for the merger?' }],
    });
    expect(JSON.stringify(told)).toContain('Kingfisher');
  });

  it('decides which passage pages open', async () => {
    const { results } = await as<{ results: Array<{ documentId: string; passageId: string }> }>(
      'colleague',
      'GET',
      '/v1/personas/vera/knowledge/search?k=10&q=favourite',
    );
    const secret = results.find((one) => one.documentId === 'team')?.passageId;
    const page = (name: keyof typeof keys) =>
      cluster.request('GET', `/v1/personas/vera/knowledge/passages/${secret}`, undefined, {
        headers: { authorization: `Bearer ${keys[name]}` },
      });
    expect((await page('colleague')).status).toBe(200);
    expect((await page('doctor')).status).toBe(404);
  });
});
