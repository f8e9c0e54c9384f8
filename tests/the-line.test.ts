import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await openTestCluster();
}, 60_000);
afterAll(async () => cluster?.[Symbol.asyncDispose]());

interface Job {
  ingestionId: string;
  status: string;
  report: Report;
  error: { code: string; fix: string } | null;
}
interface Report {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  skipped: Record<string, number>;
  embedded: number;
  problems: Array<{ file: string; line?: number; code: string }>;
}
interface Manifest {
  digest: string;
  items: Array<{ documentId: string; hash: string }>;
}
interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    decision: string;
    reason?: string;
    knowledgeRevision: number;
    version: number;
    citations: Array<{ documentId: string; quote: string; passageId: string }>;
    memories: Array<{ quote: string }>;
    conversationId: string;
    turnId: string;
  };
}

const diary = [
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
    id: 'school',
    text: 'I went to the village school in Hollern, where Miss Brandt taught me to read music.',
    time: '1978',
  },
  {
    id: 'piano',
    text: 'I play the piano badly but with great joy, mostly old waltzes after supper.',
    time: '2018-11-20',
  },
  {
    id: 'garden',
    text: 'I grow beans and dahlias behind the house, and the slugs eat half of them.',
    time: '2019-06-01',
  },
];
type Line = (typeof diary)[number];
const jsonl = (lines: readonly Line[], author = 'Vera Holm') =>
  lines.map((line) => JSON.stringify({ ...line, author, kind: 'history' })).join('\n');

async function create(id: string, name = 'Vera Holm'): Promise<void> {
  await cluster.call('POST', '/v1/personas', {
    id,
    name,
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
}

async function ingest(
  personaId: string,
  text: string,
  fields: Record<string, string> = {},
): Promise<Job> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ source: 'diary', self: 'Vera Holm', ...fields }))
    form.set(name, value);
  form.set('file', new Blob([text]), 'diary.jsonl');
  const { ingestionId } = await cluster.call<Job>(
    'POST',
    `/v1/personas/${personaId}/ingestions`,
    form,
  );
  return eventually('the ingestion ends', 60_000, async () => {
    const job = await cluster.call<Job>(
      'GET',
      `/v1/personas/${personaId}/ingestions/${ingestionId}`,
    );
    return ['done', 'failed', 'cancelled'].includes(job.status) ? job : undefined;
  });
}

const ask = (model: string, content: string, user?: string) =>
  cluster.call<Answer>('POST', '/v1/chat/completions', {
    model,
    messages: [{ role: 'user', content }],
    ...(user ? { user } : {}),
  });

const search = async (personaId: string, q: string) =>
  (
    await cluster.call<{
      results: Array<{
        documentId: string;
        text: string;
        score: number;
        scores: Record<string, number>;
      }>;
    }>('GET', `/v1/personas/${personaId}/knowledge/search?k=5&q=${encodeURIComponent(q)}`)
  ).results;

describe('the line from an export to an answer', () => {
  beforeAll(async () => {
    await create('vera');
    const job = await ingest('vera', jsonl(diary));
    expect(job.report).toMatchObject({ added: 5, changed: 0, unchanged: 0, embedded: 5 });
  }, 90_000);

  it('answers from what it knows, and shows what the answer rests on', async () => {
    const answer = await ask('vera', 'What was the name of your boat?');
    expect(answer.personate.decision).toBe('answered');
    expect(answer.personate.citations[0]).toMatchObject({ documentId: 'boat' });
    expect(answer.choices[0]?.message.content).toContain('Heron');
  });

  it('declines what it cannot know, with a reason', async () => {
    const answer = await ask('vera', 'How does a nuclear reactor work?');
    expect(answer.personate).toMatchObject({ decision: 'declined', citations: [] });
    expect(answer.personate.reason).toBeTruthy();
  });

  it('explains each score of a search, and the shares add up', async () => {
    const [first] = await search('vera', 'Who taught you to read music?');
    expect(first?.documentId).toBe('school');
    const sum = Object.values(first?.scores ?? {}).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(first?.score ?? Number.NaN, 5);
  });

  it('adds nothing and embeds nothing when the same export comes again', async () => {
    const job = await ingest('vera', jsonl(diary));
    expect(job.report).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 5,
      removed: 0,
      embedded: 0,
    });
  });

  it('follows an export that changed one document and lost another', async () => {
    const next = diary
      .filter(({ id }) => id !== 'garden')
      .map((line) =>
        line.id === 'boat'
          ? { ...line, text: 'I sold the boat Heron to a teacher from Stade in 2021.' }
          : line,
      );
    const job = await ingest('vera', jsonl(next), { full: 'true' });
    expect(job.report).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 3,
      removed: 1,
      embedded: 1,
    });
    expect((await search('vera', 'Who bought the boat from you?'))[0]?.text).toContain(
      'teacher from Stade',
    );
    const left = await search('vera', 'What do you grow behind the house?');
    expect(left.map((one) => one.documentId)).not.toContain('garden');
  });

  it('names in its manifest what an answer rests on, by hash, and what an import changed', async () => {
    const path = '/v1/personas/vera/knowledge/manifest';
    const { personate } = await ask('vera', 'Who bought your boat?');
    const now = await cluster.call<Manifest>(
      'GET',
      `${path}?revision=${personate.knowledgeRevision}`,
    );
    const cited = personate.citations.map(({ documentId }) => documentId);
    expect(now.items.map(({ documentId }) => documentId)).toEqual(expect.arrayContaining(cited));
    const diff = await cluster.call<{ counts: object }>(
      'GET',
      `${path}/diff?from=1&to=${personate.knowledgeRevision}`,
    );
    expect(diff.counts).toEqual({ added: 0, changed: 1, removed: 1, rechunked: 0 });
    const first = await cluster.call<Manifest>('GET', `${path}?revision=1`);
    expect(first.items.map(({ documentId }) => documentId).sort()).toEqual(
      diary.map(({ id }) => id).sort(),
    );
  });

  it('reports a bad line with its number, and removes nothing on its ground', async () => {
    const job = await ingest('vera', `${jsonl(diary.slice(0, 2))}\n{"id": "broken",\n`, {
      full: 'true',
    });
    expect(job.status).toBe('done');
    expect(job.report.removed).toBe(0);
    expect(job.report.problems).toContainEqual(
      expect.objectContaining({ file: 'diary.jsonl', line: 3 }),
    );
  });
});

describe('a document that is taken away by hand', () => {
  it('does not come back with the same export, and does once it has changed', async () => {
    await create('una');
    await ingest('una', jsonl(diary));
    const { results } = await cluster.call<{
      results: Array<{ documentId: string; documentKey: string }>;
    }>('GET', '/v1/personas/una/knowledge/search?q=boat');
    const key = results.find(({ documentId }) => documentId === 'boat')?.documentKey;
    await cluster.call('DELETE', `/v1/personas/una/knowledge/documents/${key}`);
    const found = async () => (await search('una', 'boat')).map(({ documentId }) => documentId);
    expect(await found()).not.toContain('boat');

    const again = await ingest('una', jsonl(diary), { full: 'true' });
    expect(again.report).toMatchObject({
      added: 0,
      unchanged: 4,
      removed: 0,
      skipped: { 'removed-by-hand': 1 },
    });
    expect(await found()).not.toContain('boat');

    const changed = diary.map((line) =>
      line.id === 'boat' ? { ...line, text: `${line.text} I sold her in 2020.` } : line,
    );
    expect((await ingest('una', jsonl(changed))).report).toMatchObject({ added: 1, unchanged: 4 });
    expect(await found()).toContain('boat');
  }, 60_000);
});

describe('two personas', () => {
  it('under the same document ids do not touch each other', async () => {
    await create('ann');
    await create('bea');
    await ingest(
      'ann',
      jsonl([
        { id: 'pet', text: 'My cat is called Muschel and sleeps in the laundry.', time: '2020' },
      ]),
    );
    await ingest(
      'bea',
      jsonl([
        { id: 'pet', text: 'My parrot is called Admiral and insults the postman.', time: '2020' },
      ]),
    );
    const [ann, bea] = [
      await search('ann', 'What is your pet called?'),
      await search('bea', 'What is your pet called?'),
    ];
    expect(ann.map((one) => one.text)).toEqual([expect.stringContaining('Muschel')]);
    expect(bea.map((one) => one.text)).toEqual([expect.stringContaining('Admiral')]);
  });
});

describe('what a user tells', () => {
  it('is remembered for that user alone, with the turn it came from', async () => {
    await create('cleo');
    await ingest('cleo', jsonl(diary));
    const told = await ask('cleo', 'My dog is called Biscuit.', 'olga');
    const memories = await eventually('the memory', 30_000, async () => {
      const { items } = await cluster.call<{
        items: Array<{ text: string; sourceTurnId: string }>;
      }>('GET', '/v1/personas/cleo/memories?user=olga');
      return items.length > 0 ? items : undefined;
    });
    expect(memories).toEqual([
      expect.objectContaining({
        sourceTurnId: told.personate.turnId,
        text: expect.stringContaining('Biscuit'),
      }),
    ]);

    const own = await ask('cleo', 'What is my dog called?', 'olga');
    expect(own.choices[0]?.message.content).toContain('Biscuit');
    expect(own.personate.memories).toHaveLength(1);
    for (const user of ['paul', undefined]) {
      const others = await ask('cleo', 'What is my dog called?', user);
      expect(others.choices[0]?.message.content).not.toContain('Biscuit');
      expect(others.personate.memories).toEqual([]);
    }
  });
});

describe('what is asked again and again', () => {
  it('becomes a new version of the persona: its own cited reply, with the turns that taught it', async () => {
    await create('ada');
    await ingest('ada', jsonl(diary));
    for (const user of ['ann', 'bob', 'cem'])
      await ask('ada', 'What was the name of your boat?', user);
    const learnt = await eventually('a version is learnt', 30_000, async () => {
      const { items } = await cluster.call<{
        items: Array<{ origin: string; parent: number | null; causedBy: string[] }>;
      }>('GET', '/v1/personas/ada/versions');
      return items.find(({ origin }) => origin === 'evolution');
    });
    expect(learnt).toMatchObject({ origin: 'evolution', parent: 1 });
    expect(learnt.causedBy).toHaveLength(3);
    const again = await ask('ada', 'What was the name of your boat?', 'dee');
    expect(again.personate.version).toBe(2);
    expect(again.personate.citations.map(({ documentId }) => documentId)).toContain('boat');
  }, 60_000);
});

describe('a conversation', () => {
  it('is nobody else’s: another key that names it is told nothing of it', async () => {
    await create('ida');
    await ingest('ida', jsonl(diary));
    const { personate } = await ask('ida', 'My sister is called Ottilie.');
    const { key } = await cluster.call<{ key: string }>('POST', '/v1/keys', {
      name: 'another',
      scopes: ['chat'],
    });
    const response = await cluster.request(
      'POST',
      '/v1/chat/completions',
      {
        model: 'ida',
        messages: [{ role: 'user', content: 'What did I tell you?' }],
        metadata: { conversation_id: personate.conversationId },
      },
      { headers: { authorization: `Bearer ${key}` } },
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'conversation.not-yours' });
  }, 60_000);
});

describe('a new persona', () => {
  it('is drafted from its own words, and the draft becomes a version when it is accepted', async () => {
    await create('dora');
    await ingest('dora', jsonl(diary));
    const { items } = await eventually('the draft', 30_000, async () => {
      const found = await cluster.call<{ items: Array<{ proposalId: string; origin: string }> }>(
        'GET',
        '/v1/personas/dora/proposals?status=open',
      );
      return found.items.length > 0 ? found : undefined;
    });
    expect(items).toEqual([expect.objectContaining({ origin: 'derive' })]);
    await cluster.call('POST', `/v1/personas/dora/proposals/${items[0]?.proposalId}/accept`);
    const persona = await cluster.call<{
      headVersion: number;
      document: { persona: { voice: { measured?: object } }; knowledgeLimits: { asOf?: string } };
    }>('GET', '/v1/personas/dora');
    expect(persona.headVersion).toBe(2);
    expect(persona.document.persona.voice.measured).toBeDefined();
    expect(persona.document.knowledgeLimits.asOf).toMatch(/^2019-06-01/);
  });
});

describe('bad input', () => {
  beforeAll(() => create('eva'));

  it.each([
    ['a file that only calls itself a zip', 'not a zip', 'diary.zip', 'export.zip-broken'],
    [
      'a web page',
      '<!doctype html><html><body>Your archive</body></html>',
      'archive.html',
      'export.html-instead-of-json',
    ],
    ['an empty file', '', 'diary.jsonl', 'export.empty'],
  ])('is refused with a code and what to do: %s', async (_name, text, fileName, code) => {
    const form = new FormData();
    form.set('source', 'x');
    form.set('file', new Blob([text]), fileName);
    const response = await cluster.request('POST', '/v1/personas/eva/ingestions', form);
    const body = (await response.json()) as Job & { code?: string; fix?: string };
    const job = async () =>
      cluster.call<Job>('GET', `/v1/personas/eva/ingestions/${body.ingestionId}`);
    // Told at once, or by the job.
    const told = response.ok
      ? await eventually('the ingestion ends', 30_000, async () => (await job()).error ?? undefined)
      : body;
    expect(told).toMatchObject({ code, fix: expect.any(String) });
  });

  it('asks who the persona is when the export does not say, and stores nothing meanwhile', async () => {
    const form = new FormData();
    form.set('source', 'chat');
    form.set('file', new Blob([jsonl(diary, 'Somebody')]), 'chat.jsonl');
    const { ingestionId } = await cluster.call<Job>('POST', '/v1/personas/eva/ingestions', form);
    const job = await eventually('the ingestion ends', 30_000, async () => {
      const now = await cluster.call<Job>('GET', `/v1/personas/eva/ingestions/${ingestionId}`);
      return now.status === 'failed' ? now : undefined;
    });
    expect(job.error?.code).toBe('ingestion.self-needed');
    expect(await cluster.call('GET', '/v1/personas/eva/knowledge/statistics')).toMatchObject({
      documents: 0,
    });
  });
});
