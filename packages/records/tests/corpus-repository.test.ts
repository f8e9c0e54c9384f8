import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Document, Passage } from '@personate/contracts';
import { personaDocument } from './support/persona-document.ts';
import { tallyOf } from './support/tally.ts';
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  CorpusRepository,
  EmbeddingRepository,
  ErasureRepository,
  PersonaRepository,
  ProjectionRepository,
  type Database,
  type Outcome,
} from '../src/index.ts';
import { openTestDatabase } from '../src/testing.ts';

let database: Database;
let corpus: CorpusRepository;
let projection: ProjectionRepository;
let embeddings: EmbeddingRepository;
let personaId: string;
let ingestionId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  corpus = new CorpusRepository(database.kysely);
  projection = new ProjectionRepository(database.kysely);
  embeddings = new EmbeddingRepository(database.kysely);
}, 60_000);
afterAll(() => database.close());

beforeEach(async () => {
  personaId = `p-${randomUUID().slice(0, 8)}`;
  await new PersonaRepository(database.kysely).create(personaDocument(personaId), {
    origin: 'operator',
    note: 'made for a test',
  });
  ingestionId = await newIngestion();
});

async function newIngestion(): Promise<string> {
  const id = randomUUID();
  await sql`insert into records.ingestion_job (ingestion_id, persona_id, status, options, path, file_name, progress)
    values (${id}::uuid, ${personaId}, 'running', '{}', '/x', 'x', '{}')`.execute(database.kysely);
  return id;
}

function document(externalId: string, changes: Partial<Document> = {}): Document {
  return {
    personaId,
    sourceId: 'board',
    externalId,
    documentKey: keyOf(externalId),
    text: `Text of ${externalId}`,
    kind: 'social',
    stance: 'by',
    audience: ['public'],
    visibility: 'public',
    language: 'en',
    author: { name: 'Vera' },
    hash: `hash of ${externalId}`,
    ...changes,
  };
}

const keys = new Map<string, string>();
function keyOf(externalId: string): string {
  const name = `${personaId} ${externalId}`;
  const key = keys.get(name) ?? randomUUID();
  keys.set(name, key);
  return key;
}

function passage(of: Document, ordinal = 0): Passage {
  return {
    passageId: keyOf(`${of.externalId}#${ordinal}`),
    documentKey: of.documentKey,
    externalId: of.externalId,
    sourceId: of.sourceId,
    ordinal,
    text: of.text,
    headings: [],
    stance: of.stance,
    kind: of.kind,
    ...(of.at ? { at: of.at } : {}),
    ...(of.atPrecision ? { atPrecision: of.atPrecision } : {}),
    ...(of.thread ? { thread: of.thread } : {}),
    language: of.language,
    audience: of.audience,
    before: [],
    after: [],
    fingerprint: 'f',
  };
}

const write = (documents: Document[], outcome: Outcome = 'added', attempt = 1) =>
  corpus.writeBatch(
    { ingestionId, attempt, passagesVersion: 'v1' },
    documents.map((one) => ({ document: one, passages: [passage(one)], outcome })),
  );

const message = (id: string, minute: number) =>
  document(id, { thread: 't', at: `2020-01-01T10:${String(minute).padStart(2, '0')}:00Z` });

async function settle(): Promise<void> {
  while (await projection.settleThread(personaId));
}

const remove = (externalId: string) =>
  new ErasureRepository(database.kysely).eraseDocument({
    erasureId: randomUUID(),
    personaId,
    documentKey: keyOf(externalId),
  });

const mark = (behind: Awaited<ReturnType<ProjectionRepository['behind']>>) =>
  projection.markProjected(
    personaId,
    1,
    behind.map((one) => ({ ...one, tally: tallyOf(one.passages.map(({ text }) => text)) })),
  );

async function catchUp(): Promise<string[]> {
  await settle();
  const behind = await projection.behind(personaId, 1, 100);
  await mark(behind);
  return behind.map((one) => one.documentKey).sort();
}

describe('CorpusRepository', () => {
  it('tells which source of the persona holds the same text under the same id', async () => {
    const write = (...documents: Document[]) =>
      corpus.writeBatch(
        { ingestionId, attempt: 1, passagesVersion: 'v1' },
        documents.map((one) => ({ document: one, passages: [], outcome: 'added' as const })),
      );
    await write(
      document('one', { sourceId: 'notes' }),
      document('two', { sourceId: 'notes', text: 'Zwei, mit Umlaut: ü' }),
      document('three', { sourceId: 'diary' }),
    );
    const given = (externalId: string, text: string) => ({
      externalId,
      textHash: createHash('sha256').update(text, 'utf8').digest('hex'),
    });
    const asked = [
      given('one', 'Text of one'),
      given('two', 'Zwei, mit Umlaut: ü'),
      given('three', 'Another text'),
      given('four', 'Text of one'),
    ];
    expect([...(await corpus.heldBy(personaId, asked))]).toEqual([['notes', 2]]);
    expect(await corpus.heldBy('somebody-else', asked)).toEqual(new Map());
  });

  it('says of each document whether and as what it is known', async () => {
    await write([document('a')]);
    const known = await corpus.known([keyOf('a'), keyOf('b')]);
    expect([...known]).toEqual([
      [keyOf('a'), { hash: 'hash of a', passagesVersion: 'v1', deleted: false, withheld: false }],
    ]);
  });

  it('orders a thread by time and not by arrival, and touches only the neighbours of what came', async () => {
    await write([1, 2, 4, 5, 6, 7].map((n) => message(`m${n}`, n)));
    await catchUp();
    await write([message('m3', 3)]);
    const touched = await catchUp();
    expect(touched).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'].map(keyOf).sort());
    const { rows } = await sql<{ before: string[]; after: string[] }>`
      select before, after from corpus.passage where document_key = ${keyOf('m3')}::uuid`.execute(
      database.kysely,
    );
    expect(rows[0]).toEqual({
      before: [keyOf('m2#0'), keyOf('m1#0')],
      after: [keyOf('m4#0'), keyOf('m5#0')],
    });
  });

  it('gives a projection exactly what it lacks, and nothing when it lacks nothing', async () => {
    await write([document('a'), document('b')]);
    expect(await catchUp()).toEqual([keyOf('a'), keyOf('b')].sort());
    expect(await catchUp()).toEqual([]);
    await write([document('b', { text: 'Another text', hash: 'h2' })], 'changed');
    expect(await projection.countBehind(personaId, 1)).toBe(1);
    const [behind] = await projection.behind(personaId, 1, 10);
    expect(behind?.passages.map((one) => one.text)).toEqual(['Another text']);
    // Another generation starts from nothing.
    expect(await projection.countBehind(personaId, 2)).toBe(2);
  });

  it('buries a document: its text is gone, its neighbours close ranks, the projection is told once', async () => {
    await write([1, 2, 3].map((n) => message(`m${n}`, n)));
    await catchUp();
    expect(await remove('m2')).toBe(2);
    expect(await remove('m2')).toBeNull();
    expect((await corpus.known([keyOf('m2')])).get(keyOf('m2'))).toMatchObject({
      deleted: true,
      withheld: true,
      hash: 'hash of m2',
    });
    await settle();
    const behind = await projection.behind(personaId, 1, 10);
    expect(behind.find((one) => one.documentKey === keyOf('m2'))?.passages).toEqual([]);
    expect(behind.find((one) => one.documentKey === keyOf('m1'))?.passages[0]?.after).toEqual([
      keyOf('m3#0'),
    ]);
    await mark(behind);
    expect(await projection.countBehind(personaId, 1)).toBe(0);
    const { rows } = await sql<{ document: object }>`
      select document from corpus.document where document_key = ${keyOf('m2')}::uuid`.execute(
      database.kysely,
    );
    expect(JSON.stringify(rows)).not.toContain('Text of m2');
  });

  it('does not tell a projection of a document that it never had', async () => {
    await write([document('a')]);
    await remove('a');
    expect(await projection.countBehind(personaId, 1)).toBe(0);
  });

  it('keeps what became of a document through a second attempt', async () => {
    await write([document('a')]);
    await write([document('a')], 'unchanged', 2);
    expect(await corpus.countOutcomes(ingestionId)).toMatchObject({ added: 1, unchanged: 0 });
    expect((await corpus.outcomes(ingestionId, [keyOf('a')])).get(keyOf('a'))).toMatchObject({
      attempt: 2,
      outcome: 'added',
    });
  });

  it('removes what a whole export no longer has, of that source and that persona only', async () => {
    await write([document('a'), document('b'), document('c', { sourceId: 'blog' })]);
    ingestionId = await newIngestion();
    await write([document('a')], 'unchanged');
    expect(
      await corpus.removeUnmet({ personaId, sourceId: 'board', ingestionId, attempt: 1 }),
    ).toBe(1);
    expect(await corpus.countOutcomes(ingestionId)).toMatchObject({ unchanged: 1, removed: 1 });
    const left: string[] = [];
    for await (const one of corpus.documents(personaId, 1)) left.push(one.externalId);
    expect(left.sort()).toEqual(['a', 'c']);
  });

  it('maps nothing that may be later than what may be known, as recall has it', async () => {
    const of = (id: string, at: string, atPrecision?: Document['atPrecision']) =>
      document(id, { at: `${at}T00:00:00.000Z`, ...(atPrecision ? { atPrecision } : {}) });
    await write([
      of('day', '2020-06-14', 'day'),
      of('month', '2020-06-01', 'month'),
      of('year', '2020-01-01', 'year'),
      of('later', '2020-06-16'),
      document('undated'),
    ]);
    const mapped = async (asOf?: string) => {
      const input = { personaId, identity: 'i', audience: ['public'] };
      const texts: string[] = [];
      for await (const one of corpus.mapped({ ...input, ...(asOf ? { asOf } : {}) }))
        texts.push(one.text.replace('Text of ', ''));
      return texts.sort();
    };
    expect(await mapped('2020-06-15T23:59:59.999Z')).toEqual(['day', 'undated']);
    expect(await mapped('2020-06-30T23:59:59.999Z')).toHaveLength(4);
    expect(await mapped()).toHaveLength(5);
  });

  it('counts an embedding once, however often it is put', async () => {
    const vectors = new Map([['h', Float32Array.from([0.5, -0.25, 1e-9])]]);
    await embeddings.put({ personaId, identity: 'e', ingestionId }, vectors);
    await embeddings.put({ personaId, identity: 'e', ingestionId }, vectors);
    expect(await embeddings.find(personaId, 'e', ['h', 'other'])).toEqual(vectors);
    expect(await embeddings.find(personaId, 'another', ['h'])).toEqual(new Map());
    const { rows } = await sql<{ embedded: number }>`
      select embedded from records.ingestion_job where ingestion_id = ${ingestionId}::uuid`.execute(
      database.kysely,
    );
    expect(rows[0]?.embedded).toBe(1);
  });
});
