import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { ZipFile } from 'yazl';
import { eventually } from './harness/eventually.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await openTestCluster();
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
  await ingest('vera', 'diary.jsonl', Buffer.from(diary), { source: 'diary', self: 'Vera Holm' });
  await ingest('vera', 'chat.jsonl', Buffer.from(chat), { source: 'chat', self: 'Vera Holm' });
}, 300_000);
afterAll(async () => cluster?.[Symbol.asyncDispose]());

const lines = (all: object[]) => all.map((one) => JSON.stringify(one)).join('\n');
const author = 'Vera Holm';
const diary = lines([
  { id: 'boat', text: 'I bought a small wooden boat called Heron in 2014.', author, time: '2014' },
  {
    id: 'bread',
    text: 'I bake rye bread every Saturday, says my aunt Ilse.',
    author,
    kind: 'history',
  },
  { id: 'will', text: 'The house goes to my niece Ottilie.', author, audience: ['family'] },
  {
    id: 'long',
    text: Array.from({ length: 60 }, (_, i) => `In year ${i} I wrote “page ${i}” of the log.`).join(
      '\n\n',
    ),
    title: 'The log',
    author,
  },
]);
const chat = lines([
  {
    id: '1',
    text: 'Where do you moor, Vera?',
    author: 'Bo',
    thread: 't',
    time: '2020-01-01T10:00:00Z',
  },
  {
    id: '2',
    text: 'At the north quay of Hollern.',
    author,
    thread: 't',
    time: '2020-01-01T10:01:00Z',
  },
]);

interface Job {
  ingestionId: string;
  status: string;
  report: {
    added: number;
    embedded: number;
    removed: number;
    problemCount: number;
    skipped: object;
  };
  error: { code: string } | null;
}

async function ended(personaId: string, ingestionId: string): Promise<Job> {
  return eventually('the ingestion ends', 150_000, async () => {
    const path = `/v1/personas/${personaId}/ingestions/${ingestionId}`;
    const job = await cluster.call<Job>('GET', path);
    return ['done', 'failed', 'cancelled'].includes(job.status) ? job : undefined;
  });
}

function form(
  fileName: string,
  content: Uint8Array,
  fields: Record<string, string> = {},
): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  made.set('file', new Blob([new Uint8Array(content)]), fileName);
  return made;
}

async function ingest(
  personaId: string,
  fileName: string,
  content: Uint8Array,
  fields: Record<string, string> = {},
): Promise<Job> {
  const body = form(fileName, content, fields);
  const path = `/v1/personas/${personaId}/ingestions`;
  return ended(personaId, (await cluster.call<Job>('POST', path, body)).ingestionId);
}

async function download(path: string): Promise<Buffer> {
  const response = await cluster.request('GET', path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** Everything of a persona's knowledge that can be seen from outside, but for its id. */
async function knowledgeOf(personaId: string) {
  const { digest, documents, items } = await cluster.call<{
    digest: string;
    documents: number;
    items: Array<{ documentId: string; source: string; hash: string }>;
  }>('GET', `/v1/personas/${personaId}/knowledge/manifest`);
  const exported = (await download(`/v1/personas/${personaId}/knowledge/export?vectors=true`))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { document?: { externalId: string; sourceId: string } })
    .filter((line) => line.document !== undefined)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const answers = [];
  for (const content of [
    'What was your boat called?',
    'Where do you moor?',
    'How do reactors work?',
  ]) {
    const answer = await cluster.call<{
      choices: Array<{ message: { content: string } }>;
      personate: { decision: string; citations: Array<{ documentId: string; quote: string }> };
    }>('POST', '/v1/chat/completions', { model: personaId, messages: [{ role: 'user', content }] });
    const { decision, citations } = answer.personate;
    answers.push({
      said: answer.choices[0]?.message.content,
      decision,
      citations: citations.map(({ documentId, quote }) => [documentId, quote]),
    });
  }
  return {
    digest,
    documents,
    named: items.map(({ documentId, source, hash }) => `${source} ${documentId} ${hash}`).sort(),
    exported,
    statistics: await cluster.call('GET', `/v1/personas/${personaId}/knowledge/statistics`),
    answers,
  };
}

const nameOf = (line: { document?: { externalId: string; sourceId: string } }) =>
  `${line.document?.sourceId} ${line.document?.externalId}`;

const create = (id: string) =>
  cluster.call('POST', '/v1/personas', {
    id,
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });

describe('knowledge', () => {
  it('is equal after a round trip, and nothing is embedded again when its vectors come along', async () => {
    const file = await download('/v1/personas/vera/knowledge/export?vectors=true');
    await create('copy');
    const job = await ingest('copy', 'vera.jsonl', file);
    expect(job.report).toMatchObject({ added: 6, embedded: 0, problemCount: 0, skipped: {} });
    const before = await knowledgeOf('vera');
    expect(before.answers[0]).toMatchObject({ decision: 'answered' });
    expect(before.exported).toHaveLength(6);
    expect(await knowledgeOf('copy')).toEqual(before);
  }, 300_000);

  it('comes without vectors too, and removes what the file lacks when it is said to be whole', async () => {
    const file = await download('/v1/personas/vera/knowledge/export');
    expect(file.toString()).not.toContain('"passages"');
    await create('other');
    await ingest(
      'other',
      'own.jsonl',
      Buffer.from(lines([{ id: 'x', text: 'Gone soon.', author }])),
      {
        source: 'own',
        self: author,
      },
    );
    const job = await ingest('other', 'vera.jsonl', file, { full: 'true' });
    expect(job.report).toMatchObject({ added: 6, removed: 1 });
    const path = '/v1/personas/other/knowledge/manifest';
    const { digest } = await cluster.call<{ digest: string }>('GET', path);
    expect(digest).toBe((await knowledgeOf('vera')).digest);
  }, 300_000);

  it('that was cut off is taken as far as it goes, removes nothing, and says so', async () => {
    const file = await download('/v1/personas/vera/knowledge/export');
    const cut = Buffer.from(file.toString().split('\n').slice(0, 3).join('\n'));
    await create('half');
    await ingest('half', 'own.jsonl', Buffer.from(lines([{ id: 'x', text: 'Stays.', author }])), {
      source: 'own',
      self: author,
    });
    const job = await ingest('half', 'vera.jsonl', cut, { full: 'true' });
    expect(job.report).toMatchObject({
      added: 2,
      removed: 0,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'knowledge.cut-off' })]),
    });
  });

  it('is exported to admins alone, who see what is not for everybody', async () => {
    const { key } = await cluster.call<{ key: string }>('POST', '/v1/keys', {
      name: 'importer',
      scopes: ['ingest', 'review', 'chat'],
    });
    const headers = { authorization: `Bearer ${key}` };
    for (const path of ['knowledge/export', 'pack']) {
      const response = await cluster.request('GET', `/v1/personas/vera/${path}`, undefined, {
        headers,
      });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });
});

it('a map shows topics of what the asker may see, and nothing of the rest', async () => {
  const map = await cluster.call<{ documents: number; topics: object[]; byKind: object }>(
    'GET',
    '/v1/personas/vera/knowledge/map',
  );
  // The sixth is for the family.
  expect(map).toMatchObject({ documents: 5, byKind: { social: expect.any(Number), history: 1 } });
  expect(map.topics.length).toBeGreaterThan(0);
  expect(JSON.stringify(map)).not.toMatch(/niece|ottilie/i);
}, 300_000);

describe('a packed persona', () => {
  const unpack = (fileName: string, content: Uint8Array, fields: Record<string, string>) =>
    cluster.request('POST', '/v1/personas/unpack', form(fileName, content, fields));

  it('is the same persona elsewhere: versions, documents, provenance, answers', async () => {
    const etag = await cluster.request('GET', '/v1/personas/vera');
    const { document } = (await etag.json()) as { document: { persona: object } };
    await cluster.request(
      'PUT',
      '/v1/personas/vera?note=Warmer.',
      {
        ...document,
        persona: { ...document.persona, summary: 'A boat owner.' },
      },
      { headers: { 'if-match': '*', 'content-type': 'application/json' } },
    );
    const pack = await download('/v1/personas/vera/pack?vectors=true');
    const response = await unpack('vera.zip', pack, { as: 'vera-two' });
    expect(response.status).toBe(202);
    const made = (await response.json()) as { ingestion: Job };
    expect((await ended('vera-two', made.ingestion.ingestionId)).report).toMatchObject({
      added: 6,
      embedded: 0,
      problemCount: 0,
    });
    const versions = async (id: string) =>
      (
        await cluster.call<{ items: Array<Record<string, unknown>> }>(
          'GET',
          `/v1/personas/${id}/versions`,
        )
      ).items.map((version) => ({ ...version, personaId: '' }));
    expect(await versions('vera-two')).toEqual(await versions('vera'));
    const summary = (id: string) =>
      cluster.call<{ document: object }>('GET', `/v1/personas/${id}`).then((one) => one.document);
    expect(await summary('vera-two')).toEqual({ ...(await summary('vera')), id: 'vera-two' });
    expect(await knowledgeOf('vera-two')).toEqual(await knowledgeOf('vera'));
  }, 300_000);

  it('does not take the place of another one, and leaves no upload behind', async () => {
    const pack = await download('/v1/personas/vera/pack');
    const response = await unpack('vera.zip', pack, {});
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'persona.exists' }),
    ]);
  });

  const zipOf = async (files: Record<string, string>) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  const head = (over: object = {}) =>
    JSON.stringify({
      format: 'personate-pack',
      version: 1,
      persona: { id: 'evil', name: 'Evil' },
      headVersion: 1,
      knowledge: { revision: 0, documents: 0, digest: '' },
      packedAt: '2026-01-01T00:00:00Z',
      ...over,
    });
  const hostile: Array<[string, () => Promise<Buffer>, string]> = [
    ['no pack', () => zipOf({ 'a.txt': 'x', 'b.txt': 'y' }), 'pack.unknown'],
    ['a head that is none', () => zipOf({ 'pack.json': '{}', 'b.txt': 'y' }), 'pack.broken'],
    [
      'a newer pack',
      () => zipOf({ 'pack.json': head({ version: 2 }), 'b.txt': 'y' }),
      'pack.newer',
    ],
    [
      'versions that are none',
      () => zipOf({ 'pack.json': head(), 'versions.jsonl': '{"a":1}\n', 'knowledge.jsonl': 'x' }),
      'pack.broken',
    ],
    [
      'a bomb',
      () => zipOf({ 'pack.json': head(), 'versions.jsonl': ' '.repeat(80 * 1024 ** 2) }),
      'export.too-large',
    ],
    [
      'a path out of it',
      async () => {
        const bytes = await zipOf({ 'pack.json': head(), 'xx/evil': 'x' });
        return Buffer.from(bytes.toString('latin1').replaceAll('xx/evil', '../evil'), 'latin1');
      },
      'export.path-escapes',
    ],
    ['no zip at all', () => Promise.resolve(Buffer.from('PK but not a zip')), 'export.zip-broken'],
  ];
  it.each(hostile)('is refused, and no persona made: %s', async (_, make, code) => {
    const response = await unpack('evil.zip', await make(), { as: 'evil' });
    const body = (await response.json()) as { code: string; fix: string };
    expect({ code: body.code, fix: body.fix }).toEqual({ code, fix: expect.any(String) });
    expect((await cluster.request('GET', '/v1/personas/evil')).status).toBe(404);
  });

  it('brings nobody back whose consent was withdrawn: it is neither packed nor unpacked', async () => {
    const before = await download('/v1/personas/vera/pack');
    await cluster.call('POST', '/v1/personas/vera/consent/withdraw', { note: 'She wrote.' });
    const refused = { code: 'persona.consent-withdrawn' };
    const pack = await cluster.request('GET', '/v1/personas/vera/pack');
    expect(await pack.json()).toMatchObject(refused);
    const again = await unpack('vera.zip', before, { as: 'vera-three' });
    expect(await again.json()).toMatchObject(refused);
    expect((await cluster.request('GET', '/v1/personas/vera-three')).status).toBe(404);
    const asked = await cluster.request('POST', '/v1/chat/completions', {
      model: 'vera@1',
      messages: [{ role: 'user', content: 'Where do you moor?' }],
    });
    expect([asked.status, await asked.json()]).toEqual([403, expect.objectContaining(refused)]);
  }, 300_000);
});

describe('a character card', () => {
  const card = {
    spec: 'chara_card_v2',
    spec_version: '2.0',
    data: {
      name: 'Ines Calder',
      description: '{{char}} keeps the light at Gull Head since 1961.',
      personality: 'patient and dry',
      scenario: '',
      first_mes: 'Shut the door.',
      mes_example: '',
      creator_notes: 'not for prompts',
      extensions: { other: { kept: [1, 2] } },
      character_book: {
        entries: [
          {
            keys: ['fog horn'],
            content: 'The great signal was cast in 1898.',
            enabled: true,
            id: 1,
          },
        ],
      },
    },
  };

  it('becomes a persona that knows its lorebook by its keys, and comes out as it went in', async () => {
    const body = form('ines.json', Buffer.from(JSON.stringify(card)));
    const made = await cluster.call<{ version: { personaId: string }; ingestion: Job }>(
      'POST',
      '/v1/personas/import',
      body,
    );
    expect(made.version.personaId).toBe('ines-calder');
    const job = await ended('ines-calder', made.ingestion.ingestionId);
    expect(job.report).toMatchObject({ added: 2, problemCount: 0 });
    const { results } = await cluster.call<{ results: Array<{ documentId: string }> }>(
      'GET',
      '/v1/personas/ines-calder/knowledge/search?q=fog%20horn',
    );
    expect(results[0]?.documentId).toBe('lorebook/1');
    const out = await download('/v1/personas/ines-calder/export?format=card-v2');
    expect(JSON.parse(out.toString())).toEqual(card);
    const png = await download('/v1/personas/ines-calder/export?format=png');
    const again = await cluster.call<{ format: string }>(
      'POST',
      '/v1/personas/import',
      form('ines.png', png, { as: 'ines-two' }),
    );
    expect(again.format).toBe('character-card-v3');
    const portrait = await cluster.request('GET', '/v1/personas/ines-two/files/portrait.png');
    expect(portrait.headers.get('content-type')).toBe('image/png');
  }, 300_000);

  it('that is none is refused, and nothing is made', async () => {
    const body = form('x.png', Buffer.from('not a picture'), { as: 'nobody' });
    const response = await cluster.request('POST', '/v1/personas/import', body);
    expect(await response.json()).toMatchObject({ code: 'card.unknown' });
    expect((await cluster.request('GET', '/v1/personas/nobody')).status).toBe(404);
  });
});
