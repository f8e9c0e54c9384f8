import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ingestionOptionsSchema,
  newKeySchema,
  personaDocumentSchema,
  type Memory,
  type Turn,
} from '@personate/contracts';
import { documentKey, ingestPersona, passageId } from '@personate/ingestion';
import {
  MemoryKnowledgeStores,
  openEmbedders,
  type Embedders,
  type GenerationSpec,
  type KnowledgeStores,
} from '@personate/knowledge';
import { letterEmbedder } from '@personate/knowledge/testing';
import { FolderBlobStore, openRepositories, type Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeIngestion } from '../src/compose-ingestion.ts';

const { signal } = new AbortController();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const secret = 'Zanzibarine';

const embedder = letterEmbedder();

let database: Database;
let records: ReturnType<typeof openRepositories>;
let folder: string;
let personaId: string;
let stores: MemoryKnowledgeStores;

beforeAll(async () => {
  database = await openTestDatabase();
  records = openRepositories(database.kysely);
  folder = await mkdtemp(join(tmpdir(), 'personate-erasure-'));
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  personaId = `p-${randomUUID().slice(0, 8)}`;
  stores = new MemoryKnowledgeStores();
  await records.personas.create(
    personaDocumentSchema.parse({
      id: personaId,
      name: 'Vera',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
      persona: {
        typicalResponses: [
          { prompt: 'Your cat?', response: `${secret} is hers.`, evidence: ['secret', 'other'] },
          { prompt: 'Your boat?', response: 'It is red.', evidence: ['other'] },
        ],
        traits: [{ name: 'patience', strength: 0.8, evidence: ['secret', 'other'] }],
      },
    }),
    { origin: 'derive', note: 'made' },
  );
});

const embedders = openEmbedders({ bundled: embedder, names: ['bundled'] });
const composed = (on: KnowledgeStores = stores, by: Embedders = embedders) =>
  composeIngestion({
    store: 'pgvector',
    records,
    stores: on,
    embedders: by,
    blobs: new FolderBlobStore(join(folder, 'blobs')),
    personasDir: folder,
    log,
  });
const key = (id: string) => documentKey(personaId, 'diary', id);

async function upload(documents: Record<string, string>): Promise<string> {
  const path = join(folder, `${randomUUID()}.jsonl`);
  const lines = Object.entries(documents).map(([id, text]) =>
    JSON.stringify({ id, text, author: 'Vera' }),
  );
  await writeFile(path, lines.join('\n'));
  const options = ingestionOptionsSchema.parse({ source: 'diary', self: 'Vera', full: true });
  const job = await records.ingestions.create({ personaId, options, fileName: 'x.jsonl', path });
  return job.ingestionId;
}

async function ingest(documents: Record<string, string>): Promise<void> {
  const ingestionId = await upload(documents);
  await ingestPersona(composed().ingest, { personaId, signal });
  expect((await records.ingestions.get(ingestionId))?.error).toBeNull();
}

const texts = {
  secret: `My cat is called ${secret}.`,
  other: 'My boat is red.',
};

const evidence = (id: string) => ({
  passageId: passageId(key(id), 0),
  documentId: id,
  documentKey: key(id),
});
async function talk(userId: string | null, over: Partial<Turn> = {}): Promise<Turn> {
  const turn: Turn = {
    turnId: randomUUID(),
    conversationId: randomUUID(),
    personaId,
    userId,
    question: 'What is your cat called?',
    answer: `${secret}, the tabby.`,
    status: 'complete',
    extension: {
      persona: personaId,
      version: 1,
      knowledgeRevision: 1,
      decision: 'answered',
      citations: [
        {
          ...evidence('secret'),
          n: 1,
          source: 'diary',
          kind: 'social',
          stance: 'by',
          quote: texts.secret,
          startIndex: 0,
          endIndex: 11,
        },
      ],
      memories: [],
      speaker: 'extractive',
      disclosure: 'Synthetic.',
      timings: { understandMs: 1, recallMs: 1, decideMs: 1, firstTokenMs: 1 },
    },
    evidence: [
      { ...evidence('secret'), text: texts.secret, score: 1, cited: true },
      { ...evidence('other'), text: texts.other, score: 0.5, cited: false },
    ],
    createdAt: new Date().toISOString(),
    ...over,
  };
  await records.turns.append(turn, { keyId: 'k' });
  return turn;
}

async function remember(userId: string, text: string, { turnId }: Turn): Promise<void> {
  const memory: Memory = {
    memoryId: randomUUID(),
    personaId,
    userId,
    text,
    quote: text,
    kind: 'fact',
    slot: null,
    trust: 'stated',
    status: 'active',
    sourceTurnId: turnId,
    createdAt: new Date().toISOString(),
  };
  await records.memories.add([memory]);
}

/** Tables of the database in which the text stands anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('records', 'corpus', 'serving')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query(
      `SELECT 1 FROM ${name} AS t WHERE position(lower($1) in lower(t::text)) > 0 LIMIT 1`,
      [text],
    );
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}
const vectors = async () =>
  (await database.pool.query('SELECT 1 FROM corpus.embedding WHERE persona_id = $1', [personaId]))
    .rows.length;
const inStore = async () => {
  const generation = await records.generations.find(personaId);
  if (generation === null) return null;
  return (await (await stores.reader(generation, signal)).statistics(signal)).documents;
};

describe('erasing a document', () => {
  const remove = (on = composed()) =>
    on.removeDocument({ personaId, documentKey: key('secret'), requestedBy: 'k', signal });

  it('leaves its words nowhere: not in turns, versions, reports, vectors or the store', async () => {
    await ingest(texts);
    const { turnId } = await talk('ada');
    const { version } = await records.personas.serving(personaId);
    await records.personas.propose(personaId, {
      document: {
        ...version.document,
        persona: { ...version.document.persona, summary: secret, behaviours: [secret, 'hums'] },
      },
      origin: 'derive',
      baseVersion: 1,
      note: 'again',
      items: [
        {
          path: 'persona.summary',
          evidence: ['other', 'secret'],
          quotes: [],
          confidence: 0.5,
          from: 'model',
        },
        {
          path: `persona.behaviours[${secret}]`,
          evidence: ['secret'],
          quotes: [],
          confidence: 0.5,
          from: 'counting',
        },
        {
          path: 'persona.traits[patience]',
          evidence: ['secret', 'other'],
          quotes: [{ documentId: 'secret', text: texts.secret }],
          confidence: 0.5,
          from: 'counting',
        },
        {
          path: `persona.typicalResponses[${texts.secret}]`,
          evidence: ['secret'],
          quotes: [],
          confidence: 0.5,
          from: 'counting',
        },
      ],
    });
    expect(await tablesWith(secret)).toEqual([
      'corpus.document',
      'corpus.passage',
      'corpus.projected',
      'records.persona_proposal',
      'records.persona_version',
      'records.turn',
      'serving.term',
    ]);
    expect(await vectors()).toBe(4);

    const { erasureId } = await remove();
    expect(await tablesWith(secret)).toEqual([]);
    expect(await vectors()).toBe(2);
    expect(await inStore()).toBe(1);

    const turn = await records.turns.turn(turnId);
    expect(turn).toMatchObject({ question: 'What is your cat called?', answer: '[erased]' });
    expect(turn?.extension.citations).toEqual([
      expect.objectContaining({ n: 1, documentKey: key('secret'), quote: '', erased: true }),
    ]);
    expect(turn?.evidence).toEqual([
      expect.objectContaining({ documentKey: key('secret'), text: '', cited: true, erased: true }),
      expect.objectContaining({ documentKey: key('other'), text: texts.other }),
    ]);
    const { persona } = (await records.personas.serving(personaId)).version.document;
    expect(persona.typicalResponses.map(({ prompt }) => prompt)).toEqual(['Your boat?']);
    expect(persona.traits).toMatchObject([{ name: 'patience', evidence: ['other'] }]);

    expect(await records.erasures.get(erasureId)).toMatchObject({
      status: 'done',
      removed: { documents: 1, passages: 1, vectors: 2, turns: 1, versions: 1, proposals: 1 },
    });
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });
  });

  it('takes the answer away that a model gave when it was shown beside another passage', async () => {
    await ingest(texts);
    const beside = (model: object): Partial<Turn> => ({
      extension: { ...extension, citations: [], ...model },
      evidence: [
        { ...evidence('other'), text: texts.other, score: 1, cited: false, contextKeys: [key('secret')] }, // prettier-ignore
      ],
    });
    const { extension } = await talk('ada');
    const byModel = await talk('ada', beside({ model: 'm' }));
    const quoted = await talk('ada', { ...beside({}), answer: 'It is red.' });
    const { erasureId } = await remove();
    expect((await records.turns.turn(byModel.turnId))?.answer).toBe('[erased]');
    expect((await records.turns.turn(quoted.turnId))?.answer).toBe('It is red.');
    expect(await tablesWith(secret)).toEqual([]);
    expect(await records.erasures.get(erasureId)).toMatchObject({ removed: { turns: 2 } });
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });
    // One that was under way meanwhile.
    const late = await talk('ada', beside({ model: 'm' }));
    expect((await records.turns.turn(late.turnId))?.answer).toBe('[erased]');
  });

  it('leaves no summary that words it anew, and nothing that a draft noted of it', async () => {
    await ingest(texts);
    const summary = 'Vera keeps a cat.';
    const propose = async (evidence: string[]) => {
      const { version } = await records.personas.serving(personaId);
      const { document } = version;
      const proposal = await records.personas.propose(personaId, {
        document: { ...document, persona: { ...document.persona, summary } },
        origin: 'derive',
        baseVersion: version.version,
        note: 'drafted',
        items: [
          { path: 'persona.summary', evidence, quotes: [], confidence: 0.5, from: 'counting' },
        ],
        notes: [`“${secret}” is not in the excerpts.`],
      });
      await records.personas.acceptProposal(personaId, proposal.proposalId, () => proposal);
      return async () => (await records.personas.serving(personaId)).version.document.persona;
    };
    const head = await propose(['secret', 'other']);
    expect((await head()).summary).toBe(summary);
    await remove();
    expect((await head()).summary).toBe('');
    expect(await tablesWith(secret)).toEqual([]);
    expect(await tablesWith(summary)).toEqual([]);

    // A draft that does not say on which documents its summary rests.
    await propose([]);
    await composed().removeDocument({
      personaId,
      documentKey: key('other'),
      requestedBy: 'k',
      signal,
    });
    expect(await tablesWith(summary)).toEqual([]);
  });

  it('leaves no output of a task that was made of it, and lets none that is under way bring it back', async () => {
    await ingest(texts);
    const hold = { holdMs: 60_000 };
    const input = { personaId, audience: [] };
    const done = await records.tasks.create('map', input, { withinMs: 60_000 });
    const finished = await records.tasks.take(hold);
    const map = {
      personaId,
      revision: 1,
      documents: 1,
      passages: 1,
      firstAt: null,
      lastAt: null,
      undated: 1,
      byKind: {},
      bySource: { [secret]: 1 },
      byYear: [],
      topics: [],
      placed: 0,
    };
    await records.tasks.finish(finished!, map);
    const running = await records.tasks.create('map', input, { withinMs: 60_000 });
    const late = await records.tasks.take(hold);
    await remove();
    await records.tasks.finish(late!, map);
    for (const taskId of [done, running])
      expect(await records.tasks.state('map', taskId)).toMatchObject({
        status: 'failed',
        error: { code: 'persona.busy' },
      });
    expect(await tablesWith(secret)).toEqual([]);
  });

  it('is not undone by an answer that was under way, nor by the same export', async () => {
    await ingest(texts);
    await remove();
    const { turnId } = await talk('ada');
    expect(await records.turns.turn(turnId)).toMatchObject({ answer: '[erased]' });
    await ingest(texts);
    expect(await tablesWith(secret)).toEqual([]);
    expect(await inStore()).toBe(1);
    await ingest({ ...texts, secret: 'My cat has another name now.' });
    expect(await inStore()).toBe(2);
  });

  it('waits for nobody longer than it may, and then has done nothing', async () => {
    await ingest(texts);
    const lease = await records.leases.take(`ingest:${personaId}`, 30_000);
    const on = composeIngestion({
      store: 'pgvector',
      records,
      stores,
      embedders,
      blobs: new FolderBlobStore(folder),
      personasDir: folder,
      log,
      erasureWaitMs: 0,
    });
    await expect(remove(on)).rejects.toMatchObject({ code: 'persona.busy', status: 409 });
    expect(await tablesWith(secret)).toContain('corpus.passage');
    expect(await records.erasures.unfinished()).toEqual([]);
    const waiting = remove();
    await records.leases.release(lease!);
    await waiting;
    expect(await tablesWith(secret)).toEqual([]);
    await expect(remove()).rejects.toMatchObject({ code: 'document.missing' });
    expect(await records.erasures.unfinished()).toEqual([]);
  });

  it('goes on where it was killed between the records and the store', async () => {
    await ingest(texts);
    const broken = Object.assign(Object.create(stores) as KnowledgeStores, {
      create: stores.create.bind(stores),
      writer: async (...opened: Parameters<KnowledgeStores['writer']>) => ({
        ...(await stores.writer(...opened)),
        replaceDocuments: () => Promise.reject(new Error('killed')),
      }),
    });
    await expect(remove(composed(broken))).rejects.toThrow('killed');
    const [erasureId = ''] = await records.erasures.unfinished();
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: false });
    expect(await inStore()).toBe(2);
    await composed().erase({ erasureId, signal });
    await composed().erase({ erasureId, signal });
    expect(await inStore()).toBe(1);
    expect(await records.erasures.get(erasureId)).toMatchObject({
      status: 'done',
      removed: { documents: 1, passages: 1 },
    });
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });
  });
});

it('a document that is gone from a whole export takes its cached vectors along', async () => {
  await ingest(texts);
  expect(await vectors()).toBe(4);
  await ingest({ other: texts.other });
  expect(await vectors()).toBe(2);
  await ingest({ other: texts.other });
  expect(await vectors()).toBe(2);
});

describe('erasing a user', () => {
  it('leaves nothing of what the user told, and all that others did; the receipt names nobody', async () => {
    await ingest(texts);
    const user = `ada-${randomUUID().slice(0, 8)}@example.org`;
    await remember(user, 'Her dog is called Biscuitine.', await talk(user));
    await remember('ben', 'His dog is called Crumb.', await talk('ben'));
    const { runId } = await records.evolution.openRun(personaId, {
      fromSequence: 0,
      toSequence: 2,
      baseVersion: 1,
    });
    await records.evolution.saveStep(runId, 'observe', [{ userId: user }]);

    const opened = await records.erasures.open({ scope: 'user', userId: user }, 'k');
    const { erasureId } = opened;
    const receipt = await composed().erase({ erasureId, signal });
    expect(receipt).toMatchObject({
      status: 'done',
      removed: { turns: 1, conversations: 1, memories: 1 },
    });
    expect(await tablesWith(user)).toEqual([]);
    expect(await tablesWith('Biscuitine')).toEqual([]);
    expect(await records.memories.list({ userId: 'ben', personaId, limit: 9 })).toHaveLength(1);
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });

    await talk(user, { createdAt: '2000-01-01T00:00:00.000Z' });
    expect(await records.erasures.check(erasureId)).toMatchObject({
      whole: false,
      remaining: { turns: 1 },
    });
  });
});

describe('erasing a persona', () => {
  it('leaves no row and no store of it, and no key that opens another one of its id', async () => {
    await ingest(texts);
    await remember('ada', 'Her dog is called Biscuitine.', await talk('ada'));
    const { key: apiKey } = await records.keys.create(
      newKeySchema.parse({ name: 'limited', scopes: ['chat'], personas: [personaId] }),
    );
    const generation = await records.generations.find(personaId);
    const { erasureId } = await records.erasures.open({ scope: 'persona', personaId }, 'k');
    const again = await records.erasures.open({ scope: 'persona', personaId }, 'k');
    expect(again.erasureId).toBe(erasureId);
    const receipt = await composed().erase({ erasureId, signal });
    expect(receipt).toMatchObject({
      status: 'done',
      removed: { documents: 2, passages: 2, vectors: 4, turns: 1, memories: 1, versions: 1 },
    });
    expect(await tablesWith(personaId)).toEqual(['records.erasure']);
    expect((await (await stores.reader(generation!, signal)).statistics(signal)).documents).toBe(0);
    expect((await records.keys.verify(apiKey))?.personas).toEqual([]);
    const check = () => composed().checkErasure({ erasureId, signal });
    expect(await check()).toMatchObject({ whole: true, remaining: { collections: 0 } });
    // As where a store was out of reach, and was taken for emptied.
    const left = { ...generation!, personaUid: generation!.personaUid };
    await stores.create(left, signal);
    expect(await check()).toMatchObject({ whole: false, remaining: { collections: 1 } });
    expect(await records.erasures.isErasedPersona(personaId)).toBe(true);
  });

  it('leaves no store that an ingestion under way made after the erasure was asked for', async () => {
    await upload(texts);
    let opened: (() => void) | undefined;
    const opening = new Promise<void>((resolve) => (opened = resolve));
    let load: (() => void) | undefined;
    const loaded = new Promise<void>((resolve) => (load = resolve));
    const slow: Embedders = {
      ...embedders,
      async named(...given) {
        opened?.();
        await loaded;
        return embedders.named(...given);
      },
    };
    const ingesting = ingestPersona(composed(stores, slow).ingest, { personaId, signal });
    await opening;
    const { erasureId } = await records.erasures.open({ scope: 'persona', personaId }, 'k');
    const erasing = composed().erase({ erasureId, signal });
    while ((await records.personas.get(personaId)).status === 'active')
      await new Promise((resolve) => setImmediate(resolve));
    const made: GenerationSpec[] = [];
    const create = stores.create.bind(stores);
    stores.create = (spec, aborted) => {
      made.push(spec);
      return create(spec, aborted);
    };
    load?.();
    await Promise.all([ingesting, erasing]);
    expect(made).toHaveLength(1);
    expect(await stores.holds(made[0]!, signal)).toBe(false);
    expect(await composed().checkErasure({ erasureId, signal })).toMatchObject({ whole: true });
  });

  it('keeps its receipt where it was killed once the rows were gone, and leaves another one of its id alone', async () => {
    await ingest(texts);
    const { erasureId } = await records.erasures.open({ scope: 'persona', personaId }, 'k');
    const plan = await records.erasures.planPersona(erasureId, personaId);
    await records.erasures.erasePersona({ erasureId, personaId, ...plan! });
    await records.personas.create(namesake(), { origin: 'derive', note: 'made' });
    const receipt = await composed().erase({ erasureId, signal });
    expect(receipt).toMatchObject({ status: 'done', removed: { documents: 2 } });
    expect(await records.personas.get(personaId)).toMatchObject({ status: 'active' });
  });

  it('has one receipt where two work at it at once', async () => {
    await ingest(texts);
    const { erasureId } = await records.erasures.open({ scope: 'persona', personaId }, 'k');
    const erase = () => composed().erase({ erasureId, signal });
    const receipts = await Promise.all([erase(), erase(), erase()]);
    for (const receipt of receipts)
      expect(receipt).toMatchObject({ erasureId, status: 'done', removed: { documents: 2 } });
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });
  });

  const namesake = () =>
    personaDocumentSchema.parse({
      id: personaId,
      name: 'Vera the younger',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
});
