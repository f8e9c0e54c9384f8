import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await openTestCluster();
  for (const id of ['ann', 'bea']) {
    const persona = {
      id,
      name: 'Ann Holm',
      subject: { kind: 'fictional' },
      disclosure: 'Synthetic.',
    };
    await cluster.call('POST', '/v1/personas', persona);
  }
}, 300_000);
afterAll(async () => cluster?.[Symbol.asyncDispose]());

interface Job {
  personaId: string;
  ingestionId: string;
  status: string;
  report: { added: number; changed: number; unchanged: number; removed: number; embedded: number };
}
interface Change {
  ingestions: Job[];
}

const ended = (job: Job) =>
  eventually(`the ingestion of ${job.personaId} ends`, 150_000, async () => {
    const path = `/v1/personas/${job.personaId}/ingestions/${job.ingestionId}`;
    const now = await cluster.call<Job>('GET', path);
    return ['done', 'failed', 'cancelled'].includes(now.status) ? now : undefined;
  });
const counts = async (job: Job) => {
  const { added, changed, unchanged, removed } = (await ended(job)).report;
  return { added, changed, unchanged, removed };
};

const ferry = { id: 'ferry', text: 'The ferry across the sound was steam driven until 1958.' };
const herring = { id: 'herring', text: 'The herring stayed away from this coast in 1967.' };
const linesOf = (...all: object[]) => all.map((one) => JSON.stringify(one)).join('\n');

function feed(set: string, text: string) {
  const form = new FormData();
  form.set('file', new Blob([text]), 'set.jsonl');
  return cluster.request('POST', `/v1/common/${set}/ingestions`, form);
}
const attach = (set: string, persona: string) =>
  cluster.call<Job>('PUT', `/v1/common/${set}/personas/${persona}`);
const detach = (set: string, persona: string) =>
  cluster.call<Job>('DELETE', `/v1/common/${set}/personas/${persona}`);
const found = async (persona: string, q: string) =>
  (
    await cluster.call<{
      results: Array<{ documentId: string; source: string; kind: string; stance: string }>;
    }>('GET', `/v1/personas/${persona}/knowledge/search?q=${encodeURIComponent(q)}`)
  ).results;
async function leftOf(persona: string): Promise<string[]> {
  const left = [];
  const { corpus } = cluster.running.composition.records;
  for await (const item of corpus.knowledge(persona, null)) left.push(item.document.externalId);
  return left;
}
const vectorsOf = (persona: string) =>
  cluster.running.composition.records.embeddings.count(persona);

it('is kept once, copied into each persona that has it, and only told of', async () => {
  await cluster.call('POST', '/v1/common', { id: 'coast', title: 'The coast' });
  const early = await cluster.request('PUT', '/v1/common/coast/personas/ann');
  expect(await early.json()).toMatchObject({ code: 'common.not-fed' });
  // Whatever the source says: nobody's own words.
  const text = linesOf({ ...ferry, author: 'Ann Holm', stance: 'by', kind: 'social' }, herring);
  expect((await feed('coast', text)).status).toBe(202);
  expect(await counts(await attach('coast', 'ann'))).toMatchObject({ added: 2 });
  const [first] = await found('ann', 'When did the ferry stop using steam?');
  expect(first).toMatchObject({
    documentId: 'ferry',
    source: 'common:coast',
    kind: 'common',
    stance: 'about',
  });
  expect(await found('bea', 'ferry')).toEqual([]);
}, 300_000);

it('attached twice changes nothing', async () => {
  expect(await counts(await attach('coast', 'ann'))).toEqual({
    added: 0,
    changed: 0,
    unchanged: 2,
    removed: 0,
  });
}, 300_000);

it('fed anew, is followed by every persona that has it', async () => {
  await ended(await attach('coast', 'bea'));
  const changed = { ...ferry, text: 'The ferry across the sound was steam driven until 1961.' };
  const bridge = { id: 'bridge', text: 'The bridge was opened in 1972.' };
  const change = (await (await feed('coast', linesOf(changed, bridge))).json()) as Change;
  expect(change.ingestions.map(({ personaId }) => personaId)).toEqual(['ann', 'bea']);
  for (const job of change.ingestions)
    expect(await counts(job)).toEqual({ added: 1, changed: 1, unchanged: 0, removed: 1 });
  expect((await found('bea', 'herring coast'))[0]?.documentId).not.toBe('herring');
}, 300_000);

it('that cannot be read whole changes nothing', async () => {
  const response = await feed('coast', `${linesOf(ferry)}\n{"id": "broken",\n`);
  expect(await response.json()).toMatchObject({ code: 'common.not-whole' });
  const { items } = await cluster.call<{ items: Array<{ content: { documents: number } }> }>(
    'GET',
    '/v1/common',
  );
  expect(items[0]?.content.documents).toBe(2);
}, 300_000);

it('detached, leaves neither documents nor passages nor vectors, and is not missed twice', async () => {
  expect(await counts(await detach('coast', 'ann'))).toMatchObject({ removed: 2 });
  expect(await leftOf('ann')).toEqual([]);
  expect(await found('ann', 'ferry bridge sound')).toEqual([]);
  expect(await vectorsOf('ann')).toBe(0);
  expect(await counts(await detach('coast', 'ann'))).toMatchObject({ removed: 0 });
  expect(await leftOf('bea')).toHaveLength(2);
}, 300_000);

it('erased, is gone from every persona, an archived one too, and its file with it', async () => {
  await cluster.call('POST', '/v1/personas/bea/archive');
  const { ingestions } = await cluster.call<Change>('DELETE', '/v1/common/coast');
  expect(await counts(ingestions[0] as Job)).toMatchObject({ removed: 2 });
  expect(await leftOf('bea')).toEqual([]);
  expect(await vectorsOf('bea')).toBe(0);
  expect(await cluster.call('GET', '/v1/common')).toEqual({ items: [] });
  expect((await cluster.request('DELETE', '/v1/common/coast')).status).toBe(404);
}, 300_000);

it('is attached and fed by keys for all personas, and detached by keys for that persona alone', async () => {
  const { key } = await cluster.call<{ key: string }>('POST', '/v1/keys', {
    name: 'of ann',
    scopes: ['ingest'],
    personas: ['ann'],
  });
  const headers = { authorization: `Bearer ${key}` };
  for (const [method, path] of [
    ['PUT', '/v1/common/coast/personas/bea'],
    ['PUT', '/v1/common/coast/personas/ann'],
    ['DELETE', '/v1/common/coast/personas/bea'],
    ['GET', '/v1/common'],
    ['DELETE', '/v1/common/coast'],
  ] as const) {
    const response = await cluster.request(method, path, undefined, { headers });
    expect([method, path, response.status]).toEqual([method, path, 403]);
  }
  const own = await cluster.request('DELETE', '/v1/common/coast/personas/ann', undefined, {
    headers,
  });
  expect(own.status).not.toBe(403);
}, 300_000);

it('cannot be fed past its set', async () => {
  const form = new FormData();
  form.set('source', 'common:coast');
  form.set('file', new Blob([linesOf(ferry)]), 'a.jsonl');
  const response = await cluster.request('POST', '/v1/personas/ann/ingestions', form);
  expect(await response.json()).toMatchObject({ code: 'ingestion.source-reserved' });
}, 300_000);
