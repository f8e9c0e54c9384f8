import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startScriptedEndpoint, type ScriptedEndpoint } from '@personate/language/testing';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { startScriptedTuningEndpoint, type ScriptedTuningEndpoint } from '@personate/training/testing'; // prettier-ignore
import { eventually } from './harness/eventually.ts';

interface TrainingSet {
  manifest: {
    audience: string[];
    knowledgeRevision: number;
    documents: Array<{ documentId: string; documentKey: string }>;
  };
  train: string;
  heldOut: string;
}

let cluster: TestCluster;
let endpoint: ScriptedTuningEndpoint;
let chat: ScriptedEndpoint;
beforeAll(async () => {
  chat = await startScriptedEndpoint([
    { type: 'text', text: 'In winter 5 the boat lay in the shed [1].' },
  ]);
  endpoint = await startScriptedTuningEndpoint();
  cluster = await openTestCluster({
    env: {
      PERSONATE_TRAINING_BASE_URL: endpoint.baseUrl,
      PERSONATE_TRAINING_API_KEY: 'training-key',
      PERSONATE_TRAINING_POLL_SECONDS: '1',
      PERSONATE_CHAT_MODEL: 'base-model',
      PERSONATE_CHAT_JSON: 'off',
      OPENAI_BASE_URL: chat.baseUrl,
      OPENAI_API_KEY: '',
    },
  });
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'self' },
    consent: { basis: 'It is me.' },
    disclosure: 'A synthetic persona.',
  });
  const form = new FormData();
  form.append('source', 'chat');
  form.append('self', author);
  form.append('file', new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]), 'c.jsonl');
  const { ingestionId } = await cluster.call<{ ingestionId: string }>(
    'POST',
    '/v1/personas/vera/ingestions',
    form,
  );
  await eventually('the ingestion ends', 150_000, async () => {
    const path = `/v1/personas/vera/ingestions/${ingestionId}`;
    const { status } = await cluster.call<{ status: string }>('GET', path);
    return status === 'done' ? status : undefined;
  });
}, 300_000);
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  await endpoint?.[Symbol.asyncDispose]();
  await chat?.close();
}, 60_000);

const author = 'Vera Holm';
const lines = [
  ...Array.from({ length: 12 }, (_, n) => [
    { id: `q${n}`, text: `What of winter ${n}?`, author: 'Bo', thread: `t${n}`, time: '2020-01-01T10:00:00Z' }, // prettier-ignore
    { id: `a${n}`, text: `In winter ${n} the boat lay in the shed.`, author, thread: `t${n}`, time: '2020-01-01T10:01:00Z' }, // prettier-ignore
  ]).flat(),
  { id: 'will', text: 'The house goes to my niece Ottilie.', author, audience: ['family'] },
];
const setOf = (body: object, key?: string) =>
  cluster.call<TrainingSet>('POST', '/v1/personas/vera/training/set', body, key);
const keyFor = (audience: string[]) =>
  cluster.call<{ key: string }>('POST', '/v1/keys', {
    name: 'trainer',
    scopes: ['admin'],
    audience,
  });

it('what was ingested becomes a set, without what is for others', async () => {
  const { manifest, train, heldOut } = await setOf({});
  expect(manifest).toMatchObject({
    files: { train: { examples: 11 }, heldOut: { examples: 1 } },
    counts: { answers: 12, posts: 0, bySource: { chat: 12 } },
    leftOut: { 'other-audience': 1 },
  });
  expect(train + heldOut).not.toContain('Ottilie');
});

it('a group’s documents are in it only where the key is given that group', async () => {
  await expect(setOf({ audience: ['family'] })).rejects.toThrow('key.audience-missing');
  const { key } = await keyFor(['family']);
  expect((await setOf({}, key)).train).not.toContain('Ottilie');
  const { manifest, train, heldOut } = await setOf({ audience: ['family'], heldOutShare: 0 }, key);
  expect(train).toContain('The house goes to my niece Ottilie.');
  expect([manifest.audience, heldOut]).toEqual([['family', 'public'], '']);
});

interface Run {
  runId: string;
  status: string;
  tunedModel: string | null;
  filesLeft: number;
  serving: boolean;
  set: { sha256: string } | null;
  marked: { why: string } | null;
  error: { code: string } | null;
}
const runs = '/v1/personas/vera/training/runs';
const until = (runId: string, holds: (run: Run) => boolean) =>
  eventually('the run gets there', 60_000, async () => {
    const run = await cluster.call<Run>('GET', `${runs}/${runId}`);
    return holds(run) ? run : undefined;
  });
it('a run sends the set, follows the job to its model, and leaves no file at the endpoint', async () => {
  const { train } = await setOf({});
  const { runId } = await cluster.call<Run>('POST', runs, { model: 'small-model' });
  await expect(cluster.call('POST', runs, { model: 'm' })).rejects.toThrow('training.under-way');
  await until(runId, ({ status }) => status === 'running');
  expect(endpoint.files.map(({ text }) => text)).toContain(train);
  expect(endpoint.keys).toEqual(new Set(['Bearer training-key']));
  endpoint.succeed('ft:small-model:vera');
  const done = await until(runId, ({ status, filesLeft }) => status === 'done' && filesLeft === 0);
  expect(done).toMatchObject({ tunedModel: 'ft:small-model:vera', error: null, marked: null });
  expect(endpoint.files).toEqual([]);
  const { items } = await cluster.call<{ items: Run[] }>('GET', runs);
  expect(items).toMatchObject([{ runId }]);
});

it('a run that is cancelled ends at the endpoint too', async () => {
  const { runId } = await cluster.call<Run>('POST', runs, { model: 'small-model' });
  await until(runId, ({ status }) => status === 'running');
  await cluster.call('POST', `${runs}/${runId}/cancel`);
  await until(runId, ({ status, filesLeft }) => status === 'cancelled' && filesLeft === 0);
  expect(endpoint.jobs.at(-1)?.status).toBe('cancelled');
});

interface Answer {
  personate: { model?: string; reason?: string; decision: string };
}
const ask = async (key?: string): Promise<{ said: string | undefined; called: unknown }> => {
  const asked = {
    model: 'vera',
    messages: [{ role: 'user', content: 'Where did the boat lie in winter 5?' }],
  };
  const { personate } = await cluster.call<Answer>('POST', '/v1/chat/completions', asked, key);
  return { said: personate.model, called: chat.requests.at(-1)?.body.model };
};

it('a promoted model speaks for the persona until it is dropped, or a document of its set is erased', async () => {
  const by = (model: string) => ({ said: model, called: model });
  expect(await ask()).toEqual(by('base-model'));
  const { items } = await cluster.call<{ items: Run[] }>('GET', runs);
  const done = items.find(({ status }) => status === 'done')?.runId ?? '';
  const cancelled = items.find(({ status }) => status === 'cancelled')?.runId ?? '';
  await expect(cluster.call('POST', `${runs}/${cancelled}/promote`)).rejects.toThrow(
    'training.no-model',
  );
  await cluster.call('POST', `${runs}/${done}/promote`);
  expect(await ask()).toEqual(by('ft:small-model:vera'));
  expect(await cluster.call('GET', '/v1/personas/vera')).toMatchObject({
    tunedModel: 'ft:small-model:vera',
  });
  await cluster.call('POST', '/v1/personas/vera/training/drop');
  expect(await ask()).toEqual(by('base-model'));

  await cluster.call('POST', `${runs}/${done}/promote`);
  const { manifest } = await setOf({});
  const heard = manifest.documents.find(({ documentId }) => documentId === 'q7')?.documentKey;
  const { erasureId } = await cluster.call<{ erasureId: string }>(
    'DELETE',
    `/v1/personas/vera/knowledge/documents/${heard}`,
  );
  expect(await ask()).toEqual(by('base-model'));
  expect(await cluster.call('GET', `${runs}/${done}`)).toMatchObject({
    serving: false,
    marked: { why: 'document-erased' },
  });
  expect(await cluster.call('GET', `/v1/erasures/${erasureId}`)).toMatchObject({
    removed: { trainingRuns: 1 },
  });
  await expect(cluster.call('POST', `${runs}/${done}/promote`)).rejects.toThrow('training.marked');
});

it('a model that learnt what a group may see speaks to that group alone', async () => {
  const { key } = await keyFor(['family']);
  const asked = { model: 'small-model', audience: ['family'] };
  const { runId } = await cluster.call<Run>('POST', runs, asked, key);
  await until(runId, ({ status }) => status === 'running');
  endpoint.succeed('ft:family');
  await until(runId, ({ status }) => status === 'done');
  await cluster.call('POST', `${runs}/${runId}/promote`);
  expect(await ask(key)).toEqual({ said: 'ft:family', called: 'ft:family' });
  expect(await ask()).toEqual({ said: 'base-model', called: 'base-model' });
  await cluster.call('POST', '/v1/personas/vera/training/drop');
});

it('a removed document is in no set that is made afterwards, and consent that is withdrawn ends it', async () => {
  const { manifest } = await setOf({});
  const answer = manifest.documents.find(({ documentId }) => documentId === 'a3');
  await cluster.call('DELETE', `/v1/personas/vera/knowledge/documents/${answer?.documentKey}`);
  const after = await setOf({});
  expect(after.train + after.heldOut).not.toContain('In winter 3 the boat');
  expect(after.manifest.knowledgeRevision).toBeGreaterThan(manifest.knowledgeRevision);
  await cluster.call('POST', '/v1/personas/vera/consent/withdraw', {});
  await expect(setOf({})).rejects.toThrow('persona.consent-withdrawn');
});

it('an erased persona leaves neither a run here nor a job and a file at the endpoint', async () => {
  await cluster.call('POST', '/v1/personas/vera/consent', { basis: 'It is me.' });
  const { runId } = await cluster.call<Run>('POST', runs, { model: 'small-model' });
  await until(runId, ({ status }) => status === 'running');
  const { erasureId } = await cluster.call<{ erasureId: string }>(
    'DELETE',
    '/v1/personas/vera?erase=true',
  );
  const receipt = await eventually('the persona is erased', 60_000, async () => {
    const now = await cluster.call<{ status: string; removed: object }>(
      'GET',
      `/v1/erasures/${erasureId}`,
    );
    return now.status === 'done' ? now : undefined;
  });
  expect(receipt.removed).toMatchObject({
    trainingRuns: 4,
    trainingJobsEnded: 1,
    trainingFilesDeleted: 2,
    trainingRunsLeftThere: 0,
  });
  expect([endpoint.files, endpoint.jobs.at(-1)?.status]).toEqual([[], 'cancelled']);
  expect(await cluster.call('GET', `/v1/erasures/${erasureId}/check`)).toMatchObject({
    whole: true,
  });
});
