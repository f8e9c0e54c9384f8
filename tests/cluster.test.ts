import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  beforeAll(async () => {
    cluster = await startCluster({ postgresUrl });
  }, 240_000);
  afterAll(() => cluster?.stop(), 60_000);

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
    const more = Array.from({ length: 400 }, (_, i) => ({
      id: `day-${i}`,
      text: `On day ${i} of the voyage I wrote the wind, the course and what we ate into the log.`,
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

  it('no service says a password or the text of a person', () => {
    for (const service of ['gateway', 'ingestion', 'evolution'] as const) {
      expect(cluster.output(service)).not.toMatch(/postgres:\/\/[^*\s]*:[^*\s]+@|Biscuit|Heron/);
    }
  });
});
