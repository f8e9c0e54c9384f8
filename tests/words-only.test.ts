import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startScriptedEmbeddings,
  type ScriptedEmbedding,
  type ScriptedEmbeddings,
} from '@personate/knowledge/testing';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    decision: string;
    degraded?: string[];
    citations: Array<{ documentId: string }>;
  };
}

const texts = [
  'I bought the brass lantern from the widow in Harbour Street.',
  'My violin was made in Cremona by a man who could not read music.',
  'We keep bees behind the old chapel, eleven hives in a row.',
];

let endpoint: ScriptedEmbeddings;
let cluster: TestCluster;

beforeAll(async () => {
  endpoint = await startScriptedEmbeddings({ dimensions: 128 });
  cluster = await openTestCluster({
    env: {
      PERSONATE_EMBEDDING_MODEL: 'words',
      PERSONATE_EMBEDDING_BASE_URL: endpoint.baseUrl,
      PERSONATE_EMBEDDING_PATIENCE_SECONDS: '1',
    },
  });
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
  const form = new FormData();
  form.set('source', 'diary');
  form.set('self', 'Vera Holm');
  const lines = texts.map((text, i) => JSON.stringify({ id: `note-${i}`, text, author: 'Vera Holm' })); // prettier-ignore
  form.set('file', new Blob([lines.join('\n')]), 'diary.jsonl');
  const { ingestionId } = await cluster.call<{ ingestionId: string }>('POST', '/v1/personas/vera/ingestions', form); // prettier-ignore
  await eventually('the ingestion ends', 120_000, async () => {
    const job = await cluster.call<{ status: string; error: unknown }>(
      'GET',
      `/v1/personas/vera/ingestions/${ingestionId}`,
    );
    if (job.status === 'failed') throw new Error(JSON.stringify(job.error));
    return job.status === 'done' ? true : undefined;
  });
}, 240_000);
afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await endpoint.close();
});

const ask = (question: string) =>
  cluster.call<Answer>('POST', '/v1/chat/completions', {
    model: 'vera',
    messages: [{ role: 'user', content: question }],
  });
const search = (question: string) =>
  cluster.call<{
    results: Array<{ documentId: string; scores: { dense: number } }>;
    degraded?: string[];
  }>('GET', `/v1/personas/vera/knowledge/search?q=${encodeURIComponent(question)}`);
const health = () => cluster.call<{ status: string; degraded: string[] }>('GET', '/health/ready');

describe('while the embedder of a persona’s knowledge does not embed questions', () => {
  it('nothing is said to be lacking as long as it does', async () => {
    const { personate } = await ask('Where did you buy the brass lantern?');
    expect(personate).toMatchObject({ decision: 'answered' });
    expect(personate).not.toHaveProperty('degraded');
    expect(await search('the brass lantern')).not.toHaveProperty('degraded');
    expect(await health()).toMatchObject({ status: 'ready', degraded: [] });
  }, 120_000);

  const broken: Array<[string, ScriptedEmbedding]> = [
    ['one that fails', { type: 'status', status: 500 }],
    ['one that answers with something else', { type: 'body', body: '{"data": "no vectors"}' }],
    ['one that never answers', { type: 'hang' }],
  ];
  it.each(broken)(
    'with %s, a question is answered by its words, and the answer and health say so',
    async (_, reply) => {
      endpoint.script([reply]);
      const { personate, choices } = await ask('Where did you buy the brass lantern?');
      expect(personate).toMatchObject({ decision: 'answered', degraded: ['embedder'] });
      expect(personate.citations.map(({ documentId }) => documentId)).toContain('note-0');
      expect(choices[0]?.message.content).toContain('Harbour Street');
      const found = await search('Who made the violin?');
      expect(found.degraded).toEqual(['embedder']);
      expect(found.results[0]).toMatchObject({ documentId: 'note-1', scores: { dense: 0 } });
      expect(await health()).toMatchObject({ status: 'ready', degraded: ['embedder'] });
    },
    120_000,
  );

  it('what the words do not find is declined, not guessed, and the turn says what it lacked', async () => {
    const { personate } = await ask('What do you think about quantum chromodynamics?');
    expect(personate).toMatchObject({ decision: 'declined', degraded: ['embedder'] });
  }, 120_000);
});
