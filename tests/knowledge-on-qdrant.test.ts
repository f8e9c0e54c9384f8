import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  openTestCluster,
  type TestCluster,
  type TestClusterOptions,
} from '@personate/test-cluster';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { eventually } from './harness/eventually.ts';

const missing = qdrantBinaryMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: the embedded form on a Qdrant was not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;
const boundMs = 300_000;

/** Sixteen numbers of the text's letters: what is tested here is where they lie. */
const embedder: NonNullable<TestClusterOptions['embedder']> = {
  identity: 'letters/16',
  dimensions: 16,
  maxTokens: 256,
  countTokens: async (text) => text.split(/\s+/u).length,
  async embed(texts) {
    return texts.map((text) => {
      const vector = new Float32Array(16);
      for (const letter of text.toLowerCase()) vector[(letter.codePointAt(0) ?? 0) % 16]! += 1;
      const norm = Math.hypot(...vector);
      return vector.map((value) => value / norm);
    });
  },
  close: async () => undefined,
};
const documents = [
  { id: 'glass', text: 'My favourite colour is the green of old bottle glass.' },
  { id: 'boat', text: 'The boat was painted green in the harbour, every spring.' },
  { id: 'bread', text: 'Bread needs salt, water, flour and a whole night.' },
  { id: 'knee', text: 'My knee is green and blue from the fall.', audience: ['clinic'] },
];

suite('the embedded form on a Qdrant', () => {
  let qdrant: OwnQdrantServer;
  let folder: string;
  let cluster: TestCluster;
  beforeAll(async () => {
    qdrant = await startQdrant();
    folder = await mkdtemp(join(tmpdir(), 'personate-qdrant-form-'));
  }, boundMs);
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    await qdrant.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (store: 'pgvector' | 'qdrant' | 'qdrant-shared') => {
    cluster = await openTestCluster({
      embedder,
      env: {
        PERSONATE_DATA_DIR: folder,
        PERSONATE_KNOWLEDGE_STORE: store,
        QDRANT_URL: qdrant.url,
        QDRANT_API_KEY: qdrant.apiKey,
        LOG_LEVEL: 'debug',
      },
    });
  };
  const reopen = async (store: Parameters<typeof open>[0]) => {
    await cluster[Symbol.asyncDispose]();
    await open(store);
  };
  const ingest = async (list: object[], full = false) => {
    const form = new FormData();
    form.set('source', 'notes');
    form.set('stance', 'by');
    if (full) form.set('full', 'true');
    form.set('file', new Blob([list.map((one) => JSON.stringify(one)).join('\n')]), 'notes.jsonl');
    const { ingestionId } = await cluster.call<{ ingestionId: string }>(
      'POST',
      '/v1/personas/vera/ingestions',
      form,
    );
    await eventually('the ingestion ends', boundMs, async () => {
      const path = `/v1/personas/vera/ingestions/${ingestionId}`;
      const job = await cluster.call<{ status: string }>('GET', path);
      expect(job.status).not.toBe('failed');
      return job.status === 'done' ? job : undefined;
    });
  };
  /** What a stranger finds, best first. */
  const found = async (): Promise<string[]> => {
    const { results } = await cluster.call<{ results: Array<{ documentId: string }> }>(
      'GET',
      `/v1/personas/vera/knowledge/search?k=10&q=${encodeURIComponent('What is green?')}`,
    );
    return results.map((result) => result.documentId);
  };
  const inTheEnd = (wanted: string[]) =>
    eventually(`finds ${wanted.join(', ')}`, boundMs, async () => {
      const now = await found();
      return JSON.stringify(now.toSorted()) === JSON.stringify(wanted.toSorted()) ? now : undefined;
    });
  const askQdrant = async <Result>(path: string, body?: object): Promise<Result> => {
    const answer = await fetch(`${qdrant.url}/collections${path}`, {
      headers: { 'api-key': qdrant.apiKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return ((await answer.json()) as { result: Result }).result;
  };
  const collections = async (): Promise<string[]> => {
    const { collections: all } = await askQdrant<{ collections: { name: string }[] }>('');
    return all.map(({ name }) => name);
  };
  const payloads = async (collection: string) => {
    const { points } = await askQdrant<{
      points: Array<{ payload: { passage: string; sentences?: string } }>;
    }>(`/${collection}/points/scroll`, { limit: 100, with_payload: true });
    return points.map(({ payload: { passage, ...rest } }) => ({
      ...rest,
      passage: JSON.parse(passage) as { externalId: string },
    }));
  };

  it(
    'says where knowledge lies, and finds on either what it found on the other',
    async () => {
      await open('pgvector');
      await cluster.call('POST', '/v1/personas', {
        id: 'vera',
        name: 'Vera Holm',
        subject: { kind: 'fictional' },
        disclosure: 'A synthetic persona.',
      });
      await ingest(documents);
      const onPgvector = await found();
      expect(onPgvector).toEqual(expect.arrayContaining(['glass', 'boat', 'bread']));

      await reopen('qdrant');
      expect(await inTheEnd(onPgvector)).toEqual(onPgvector);
      const status = await cluster.call<{ store: { name: string } }>('GET', '/v1/status');
      expect(status.store.name).toMatch(
        /^Qdrant 1\.\d+\.\d+ at 127\.0\.0\.1:\d+, a collection per/,
      );
      expect(await collections()).toEqual([expect.stringMatching(/^p_[0-9a-f]{32}_g1$/)]);
      // The vectors of the sentences travel with their passages: a turn embeds its question only.
      const [name = ''] = await collections();
      const stored = await payloads(name);
      expect(stored.map(({ passage }) => passage.externalId).toSorted()).toEqual(
        documents.map(({ id }) => id).toSorted(),
      );
      for (const { sentences } of stored)
        expect(Buffer.from(sentences ?? '', 'base64').length).toBeGreaterThan(16);
    },
    boundMs,
  );

  it(
    'follows what is ingested and removed, and forgets it on the way back to the other store',
    async () => {
      await ingest(documents.filter(({ id }) => id !== 'boat'), true); // prettier-ignore
      const left = ['glass', 'bread'];
      expect((await found()).toSorted()).toEqual(left.toSorted());
      await reopen('pgvector');
      await inTheEnd(left);
      await reopen('qdrant-shared');
      await inTheEnd(left);
      const [shared = ''] = (await collections()).filter((name) => name.startsWith('shared_'));
      expect(await payloads(shared)).not.toEqual([]);
      await reopen('qdrant');
      await inTheEnd(left);
      expect(await payloads(shared)).toEqual([]);
    },
    boundMs,
  );

  it(
    'a collection that was deleted is filled again at the next start',
    async () => {
      const [name = ''] = (await collections()).filter((one) => one.startsWith('p_'));
      const headers = { 'api-key': qdrant.apiKey };
      await fetch(`${qdrant.url}/collections/${name}`, { method: 'DELETE', headers });
      await expect(found()).rejects.toThrow(/gone from Qdrant/);
      await reopen('qdrant');
      await inTheEnd(['glass', 'bread']);
    },
    boundMs,
  );

  it('answers a chat from it', async () => {
    const answer = await cluster.call<{ personate: { citations: { documentId: string }[] } }>(
      'POST',
      '/v1/chat/completions',
      { model: 'vera', messages: [{ role: 'user', content: 'What does bread need?' }] },
    );
    expect(answer.personate.citations.map(({ documentId }) => documentId)).toContain('bread');
  });

  it('shows neither key nor token, in no status and no log', async () => {
    const log = await readFile(join(folder, 'personate.log'), 'utf8');
    const status = JSON.stringify(await cluster.call('GET', '/v1/status'));
    for (const text of [log, status]) {
      expect(text).not.toContain(qdrant.apiKey);
      expect(text).not.toMatch(/eyJ[\w-]+\.eyJ/);
    }
  });
});
