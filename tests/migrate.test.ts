import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startScriptedEmbeddings, type ScriptedEmbeddings } from '@personate/knowledge/testing';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

interface Generation {
  generation: number;
  status: string;
  stopped: boolean;
  embeddingIdentity: string;
  progress: { documents: number };
}

const path = '/v1/personas/vera/knowledge/generations';
const things = ['lantern', 'anchor', 'kettle', 'violin', 'ladder', 'compass', 'saddle', 'mirror'];
const note = (i: number) => ({
  id: `note-${i}`,
  text: `I bought the ${things[i % things.length]} with the number ${1000 + i} from the widow in Street ${i}.`,
  author: 'Vera Holm',
});

let endpoint: ScriptedEmbeddings;
let cluster: TestCluster;

beforeAll(async () => {
  endpoint = await startScriptedEmbeddings({ dimensions: 128 });
  cluster = await openTestCluster({
    keepRetiredMs: 0,
    env: {
      PERSONATE_EMBEDDING_MODEL: 'bundled,words',
      PERSONATE_EMBEDDING_BASE_URL: endpoint.baseUrl,
    },
  });
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
    knowledgeLimits: { enabled: false },
  });
  await ingest(0, 80);
}, 240_000);
afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await endpoint.close();
});

async function ingest(from: number, count: number): Promise<void> {
  const form = new FormData();
  form.set('source', 'diary');
  form.set('self', 'Vera Holm');
  const lines = Array.from({ length: count }, (_, i) => JSON.stringify(note(from + i)));
  form.set('file', new Blob([lines.join('\n')]), 'diary.jsonl');
  const { ingestionId } = await cluster.call<{ ingestionId: string }>(
    'POST',
    '/v1/personas/vera/ingestions',
    form,
  );
  await eventually('the ingestion ends', 120_000, async () => {
    const job = await cluster.call<{ status: string; error: unknown }>(
      'GET',
      `/v1/personas/vera/ingestions/${ingestionId}`,
    );
    if (job.status === 'failed') throw new Error(JSON.stringify(job.error));
    return job.status === 'done' ? true : undefined;
  });
}

/** The documents that its answer rests on. */
async function ask(i: number): Promise<string[]> {
  const question = `What do you remember of the ${things[i % things.length]} with the number ${1000 + i}?`;
  const { personate } = await cluster.call<{
    personate: { citations: Array<{ documentId: string }> };
  }>('POST', '/v1/chat/completions', {
    model: 'vera',
    messages: [{ role: 'user', content: question }],
  });
  return personate.citations.map(({ documentId }) => documentId);
}

const readGeneration = (n: number) => cluster.call<Generation>('GET', `${path}/${n}`);
const serves = (n: number) =>
  eventually(`generation ${n} serves`, 120_000, async () =>
    (await readGeneration(n)).status === 'serving' ? true : undefined,
  );

describe('a persona whose knowledge moves to another embedder', () => {
  it('can be stopped, resumed and given up, and answers by the old one', async () => {
    endpoint.script(({ body }) =>
      body.input.some((text) => text.startsWith('I bought'))
        ? { type: 'status', status: 503 }
        : { type: 'vectors' },
    );
    const { generation } = await cluster.call<Generation>('POST', path, {
      purpose: 'migrate',
      embedder: 'words',
    });
    const stopped = await cluster.call<Generation>('POST', `${path}/${generation}/stop`);
    expect(stopped).toMatchObject({ status: 'building', stopped: true });
    const resumed = await cluster.call<Generation>('POST', `${path}/${generation}/resume`);
    expect(resumed).toMatchObject({ status: 'building', stopped: false });
    await cluster.call('DELETE', `${path}/${generation}`);
    await eventually('it is gone', 60_000, async () =>
      (await readGeneration(generation)).status === 'dropped' ? true : undefined,
    );
    expect((await cluster.request('POST', `${path}/${generation}/resume`)).status).toBe(409);
    expect(await ask(5)).toContain('note-5');
  }, 240_000);

  it('answers every question meanwhile, and by the new one afterwards; what arrives reaches both', async () => {
    // So slow that questions, and another ingestion, come in between.
    let bulk = 0;
    endpoint.script(({ body }) => {
      bulk += body.input.some((text) => text.startsWith('I bought')) ? 1 : 0;
      return bulk > 0 && bulk < 3 ? { type: 'status', status: 503 } : { type: 'vectors' };
    });
    const { generation } = await cluster.call<Generation>('POST', path, {
      purpose: 'migrate',
      embedder: 'words',
    });
    expect((await cluster.request('POST', path, { purpose: 'rebuild' })).status).toBe(409);
    const talking = (async () => {
      const wrong: number[] = [];
      for (let i = 0; i < 16; i += 1) if (!(await ask(i)).includes(`note-${i}`)) wrong.push(i);
      return wrong;
    })();
    await ingest(80, 20);
    await serves(generation);
    expect(await talking).toEqual([]);
    for (const i of [3, 50, 85, 99]) expect(await ask(i)).toContain(`note-${i}`);
    const statistics = await cluster.call('GET', '/v1/personas/vera/knowledge/statistics');
    expect(statistics).toMatchObject({ documents: 100, passages: 100 });
    expect((await readGeneration(generation)).embeddingIdentity).toMatch(/^endpoint\/words\/128\//);

    expect((await cluster.request('DELETE', `${path}/${generation}`)).status).toBe(409);
    await cluster.call('DELETE', `${path}/1`);
    await eventually('the old one is dropped', 60_000, async () =>
      (await readGeneration(1)).status === 'dropped' ? true : undefined,
    );
    expect(await ask(4)).toContain('note-4');
  }, 240_000);

  it('that only another server could embed is refused, with the command that mends it; others answer', async () => {
    const { dataDir } = cluster;
    await cluster.running.close();
    const without = await openTestCluster({ env: { PERSONATE_DATA_DIR: dataDir } });
    try {
      const question = {
        model: 'vera',
        messages: [{ role: 'user', content: 'What did you buy?' }],
      };
      const refused = await without.request('POST', '/v1/chat/completions', question);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        code: 'knowledge.identity-mismatch',
        fix: expect.stringContaining('personate knowledge migrate vera'),
      });
      const { suggestions } = await without.call<{ suggestions: Array<{ fix: string }> }>(
        'GET',
        '/v1/status',
      );
      expect(suggestions.map(({ fix }) => fix)).toContain('npx personate knowledge migrate vera');
      await without.call('POST', path, { purpose: 'migrate' });
      await eventually('it answers again', 120_000, async () =>
        (await without.request('POST', '/v1/chat/completions', question)).ok ? true : undefined,
      );
    } finally {
      await without[Symbol.asyncDispose]();
    }
  }, 240_000);
});
