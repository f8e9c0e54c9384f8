import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startScriptedEmbeddings, type ScriptedEmbeddings } from '@personate/knowledge/testing';
import { redisMissing } from '@personate/queues/testing';
import { canTestPostgres } from '@personate/records/testing';
import { startCluster, type Cluster } from './harness/cluster.ts';
import { eventually } from './harness/eventually.ts';

const postgresUrl = process.env['PERSONATE_TEST_POSTGRES_URL'];
const what = 'the services as processes of their own';
const noRedis = await redisMissing();
if (noRedis !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${noRedis}.\n\n`);
const possible =
  (await canTestPostgres(what, { url: postgresUrl, extension: 'vector' })) && noRedis === null;

interface Job {
  ingestionId: string;
  status: string;
  report: { added: number } | null;
  error: unknown;
}
interface Generation {
  generation: number;
  status: string;
  embeddingIdentity: string;
}
interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    decision: string;
    citations: Array<{ documentId: string }>;
    memories: Array<{ quote: string }>;
  };
}

const lines = [
  {
    id: 'boat',
    text: 'I bought a small wooden boat called Heron in the spring of 2014 and painted her green.',
    time: '2014-04-02',
  },
  {
    id: 'bread',
    text: 'I bake rye bread every Saturday with the sourdough that my aunt Ilse gave me.',
    time: '2016-01-09',
  },
  {
    id: 'piano',
    text: 'I play the piano badly but with great joy, mostly old waltzes after supper.',
    time: '2018-11-20',
  },
];

(possible ? describe : describe.skip)(what, () => {
  let cluster: Cluster;
  let endpoint: ScriptedEmbeddings;
  beforeAll(async () => {
    endpoint = await startScriptedEmbeddings({ dimensions: 128 });
    cluster = await startCluster({
      postgresUrl,
      env: {
        PERSONATE_EMBEDDING_MODEL: 'bundled,words',
        PERSONATE_EMBEDDING_BASE_URL: endpoint.baseUrl,
      },
    });
  }, 240_000);
  afterAll(async () => {
    await cluster?.stop();
    await endpoint?.close();
  }, 60_000);

  const upload = (kept: readonly (typeof lines)[number][]): FormData => {
    const content = kept
      .map((line) => JSON.stringify({ ...line, author: 'Vera Holm', kind: 'history' }))
      .join('\n');
    const form = new FormData();
    form.set('source', 'jsonl:vera');
    form.set('self', 'Vera Holm');
    form.set('file', new Blob([content]), 'vera.jsonl');
    return form;
  };
  const finished = (job: Job) =>
    eventually('the ingestion is done', 120_000, async () => {
      const now = await cluster.call<Job>('GET', `/v1/personas/vera/ingestions/${job.ingestionId}`);
      if (now.status === 'failed') throw new Error(JSON.stringify(now.error));
      return now.status === 'done' ? now : undefined;
    });
  const ask = (content: string, user?: string) =>
    cluster.call<Answer>('POST', '/v1/chat/completions', {
      model: 'vera',
      messages: [{ role: 'user', content }],
      ...(user === undefined ? {} : { user }),
    });

  it('an export that the gateway took is read by ingestion and answered from', async () => {
    await cluster.call('POST', '/v1/personas', {
      id: 'vera',
      name: 'Vera Holm',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
    const job = await finished(
      await cluster.call<Job>('POST', '/v1/personas/vera/ingestions', upload(lines)),
    );
    expect(job.report?.added).toBe(3);
    const answer = await ask('What is your boat called?');
    expect(answer.personate.citations.map(({ documentId }) => documentId)).toContain('boat');
    expect(answer.choices[0]?.message.content).toContain('Heron');
  });

  it('what needs the texts is done by ingestion, and its errors reach who asked', async () => {
    const form = upload(lines);
    const inspected = await cluster.call<{ report: { added: number } }>(
      'POST',
      '/v1/inspect',
      form,
    );
    expect(inspected.report.added).toBe(3);
    const broken = new FormData();
    broken.set('file', new Blob(['PK\u0003\u0004 no zip']), 'broken.zip');
    await expect(cluster.call('POST', '/v1/inspect', broken)).rejects.toThrow(/export\./);
  });

  it('a turn that was stored is learnt from, for that user alone', async () => {
    await ask('My dog is called Biscuit.', 'tom');
    await eventually('the memory is there', 60_000, async () => {
      const { personate } = await ask('What is my dog called?', 'tom');
      return personate.memories.length > 0 || undefined;
    });
    const other = await ask('What is my dog called?', 'anna');
    expect(other.personate.memories).toEqual([]);
  });

  it('an ingestion whose worker is killed ends all the same, once', async () => {
    const winds = ['northern', 'southern', 'western', 'eastern', 'warm', 'icy', 'gentle'];
    const ports = [
      'Bergen',
      'Visby',
      'Tallinn',
      'Riga',
      'Gdansk',
      'Kiel',
      'Turku',
      'Malmö',
      'Oslo',
    ];
    const goods = ['timber', 'herring', 'rope', 'barrels', 'copper', 'candles', 'tar', 'salt'];
    const of = (words: string[], i: number) => words[i % words.length];
    const more = Array.from({ length: 400 }, (_, i) => ({
      id: `day-${i}`,
      text: `On day ${i} of the voyage the ${of(winds, i)} wind brought us to ${of(ports, i)}, where we loaded ${of(goods, i)} and I wrote the course into the log.`,
      time: '2019-06-01',
    }));
    const job = await cluster.call<Job>('POST', '/v1/personas/vera/ingestions', upload(more));
    await cluster.restart('ingestion');
    expect((await finished(job)).report?.added).toBe(400);
    const statistics = await cluster.call<{ documents: number }>(
      'GET',
      '/v1/personas/vera/knowledge/statistics',
    );
    expect(statistics.documents).toBe(403);
  });

  it('a removed document is gone, which ingestion counts: the gateway sees no documents', async () => {
    const { results } = await cluster.call<{ results: Array<{ documentKey: string }> }>(
      'GET',
      '/v1/personas/vera/knowledge/search?q=sourdough',
    );
    const key = results[0]?.documentKey ?? '';
    const { erasureId } = await cluster.call<{ erasureId: string }>(
      'DELETE',
      `/v1/personas/vera/knowledge/documents/${key}`,
    );
    expect(await cluster.call('GET', `/v1/erasures/${erasureId}/check`)).toMatchObject({
      erasureId,
      whole: true,
      remaining: { documents: 0, passages: 0 },
    });
    const nobody = '/v1/erasures/00000000-0000-4000-8000-000000000000/check';
    await expect(cluster.call('GET', nobody)).rejects.toThrow('erasure.missing');
  });

  it('a persona’s limits are measured over the knowledge that the gateway serves', async () => {
    const measured = await cluster.call<{ asked: { answerable: number }; proposalId: string }>(
      'POST',
      '/v1/personas/vera/calibrations',
      {},
    );
    expect(measured.asked.answerable).toBeGreaterThanOrEqual(20);
    const { items } = await cluster.call<{ items: Array<{ proposalId: string }> }>(
      'GET',
      '/v1/personas/vera/proposals',
    );
    // None where the usual threshold is the measured one.
    expect([null, ...items.map(({ proposalId }) => proposalId)]).toContain(measured.proposalId);
  });

  it('a common set that the gateway keeps is copied into a persona by ingestion, and out of it', async () => {
    const form = new FormData();
    const ferry = { id: 'ferry', text: 'The ferry across the sound was steam driven until 1958.' };
    form.set('file', new Blob([JSON.stringify(ferry)]), 'coast.jsonl');
    await cluster.call('POST', '/v1/common', { id: 'coast', title: 'The coast' });
    await cluster.call('POST', '/v1/common/coast/ingestions', form);
    const set = '/v1/common/coast/personas/vera';
    expect((await finished(await cluster.call<Job>('PUT', set))).report?.added).toBe(1);
    const found = async () =>
      (
        await cluster.call<{ results: Array<{ source: string }> }>(
          'GET',
          '/v1/personas/vera/knowledge/search?q=steam%20ferry',
        )
      ).results.map(({ source }) => source);
    expect(await found()).toContain('common:coast');
    await finished(await cluster.call<Job>('DELETE', set));
    expect(await found()).not.toContain('common:coast');
    await cluster.call('DELETE', '/v1/common/coast');
    expect((await cluster.call<{ items: unknown[] }>('GET', '/v1/common')).items).toEqual([]);
  });

  it('a training set, which holds texts, is made by ingestion and comes whole through the gateway; so is a run worked on', async () => {
    await cluster.call('POST', '/v1/personas', {
      id: 'nils',
      name: 'Nils',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
    const path = '/v1/personas/nils/training/set';
    await expect(cluster.call('POST', path, {})).rejects.toThrow('training.too-few');
    const winters = Array.from({ length: 12 }, (_, n) => ({
      id: `w${n}`,
      text: `In winter ${n} the ice was thick enough to walk on.`,
      stance: 'by',
    }));
    const form = new FormData();
    form.set('source', 'letters');
    form.set('file', new Blob([winters.map((one) => JSON.stringify(one)).join('\n')]), 'w.jsonl');
    await cluster.call('POST', '/v1/personas/nils/ingestions', form);
    const set = await eventually('the letters are read', 120_000, () =>
      cluster.call<{ train: string; heldOut: string }>('POST', path, {}).catch(() => undefined),
    );
    expect((set.train + set.heldOut).match(/thick enough to walk on/gu)).toHaveLength(12);

    const runs = '/v1/personas/nils/training/runs';
    interface Run {
      runId: string;
      status: string;
      error: { code: string } | null;
    }
    const { runId } = await cluster.call<Run>('POST', runs, { model: 'small-model' });
    // Told by ingestion, which was given no endpoint.
    const ended = await eventually('the run ends', 60_000, async () => {
      const run = await cluster.call<Run>('GET', `${runs}/${runId}`);
      return run.status === 'failed' ? run : undefined;
    });
    expect(ended.error?.code).toBe('training.not-configured');
    await expect(cluster.call('POST', `${runs}/${runId}/promote`)).rejects.toThrow('training.no-model'); // prettier-ignore
    expect(await cluster.call('POST', '/v1/personas/nils/training/drop')).toEqual({
      dropped: null,
    });
    expect(await cluster.call('POST', `${runs}/${runId}/cancel`)).toMatchObject({
      status: 'failed',
    });
    await cluster.call('DELETE', '/v1/personas/nils?erase=true');
  });

  describe('knowledge moves to another embedder', () => {
    const path = '/v1/personas/vera/knowledge/generations';
    const reached = (generation: number, status: string) =>
      eventually(`generation ${generation} is ${status}`, 120_000, async () => {
        const now = await cluster.call<Generation>('GET', `${path}/${generation}`);
        return now.status === status ? now : undefined;
      });

    it('asked for at the gateway, done by ingestion, and it answers from what was moved', async () => {
      const begun = await cluster.call<Generation>('POST', path, {
        purpose: 'migrate',
        embedder: 'words',
      });
      const { embeddingIdentity } = await reached(begun.generation, 'serving');
      expect(embeddingIdentity).toContain('words');
      const answer = await ask('What is your boat called?');
      expect(answer.personate.citations.map(({ documentId }) => documentId)).toContain('boat');
    });

    it('a gateway without that embedder refuses, and its status names the persona until it has it again', async () => {
      const without = { PERSONATE_EMBEDDING_MODEL: '', PERSONATE_EMBEDDING_BASE_URL: '' };
      await cluster.restart('gateway', without);
      const fixes = async () =>
        (
          await cluster.call<{ suggestions: Array<{ fix: string }> }>('GET', '/v1/status')
        ).suggestions.map(({ fix }) => fix);
      expect(await fixes()).toContain('npx personate knowledge migrate vera');
      await expect(ask('What is your boat called?')).rejects.toThrow('knowledge.identity-mismatch');
      await cluster.restart('gateway');
      expect(await fixes()).toEqual([]);
    });

    it('is made anew, stopped, resumed, and given up, by the rights that the gateway has', async () => {
      const { generation } = await cluster.call<Generation>('POST', path, { purpose: 'rebuild' });
      const verb = (name: string) =>
        cluster.call<Generation>('POST', `${path}/${generation}/${name}`);
      await verb('stop').then(
        () => verb('resume'),
        // It was done before it could be stopped.
        (error: Error) => expect(error.message).toContain('generation.not-building'),
      );
      await reached(generation, 'serving');
      await cluster.call('DELETE', `${path}/1`);
      await expect(cluster.call('DELETE', `${path}/${generation}`)).rejects.toThrow(
        'generation.serves',
      );
    });
  });

  it('no service says a password or the text of a person', () => {
    for (const service of ['gateway', 'ingestion', 'evolution'] as const) {
      expect(cluster.output(service)).not.toMatch(/postgres:\/\/[^*\s]*:[^*\s]+@|Biscuit|Heron/);
    }
  });
});
