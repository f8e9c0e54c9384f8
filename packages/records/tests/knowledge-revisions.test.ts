import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Document } from '@personate/contracts';
import { sql } from 'kysely';
import {
  CorpusRepository,
  ErasureRepository,
  PersonaRepository,
  RevisionRepository,
  type Database,
} from '../src/index.ts';
import { openTestDatabase } from '../src/testing.ts';
import { personaDocument } from './support/persona-document.ts';

let database: Database;
let corpus: CorpusRepository;
let revisions: RevisionRepository;
let personaId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  corpus = new CorpusRepository(database.kysely);
  revisions = new RevisionRepository(database.kysely);
}, 60_000);
afterAll(() => database.close());

beforeEach(async () => {
  personaId = `p-${randomUUID().slice(0, 8)}`;
  await new PersonaRepository(database.kysely).create(personaDocument(personaId), {
    origin: 'operator',
    note: 'made for a test',
  });
});

/** One ingestion: documents by their id, each with what it says. */
async function ingest(
  texts: Readonly<Record<string, string>>,
  options: { full?: boolean; passagesVersion?: string } = {},
): Promise<string> {
  const ingestionId = randomUUID();
  await sql`insert into records.ingestion_job (ingestion_id, persona_id, status, options, path, file_name, progress)
    values (${ingestionId}::uuid, ${personaId}, 'running', '{}', '/x', 'x', '{}')`.execute(
    database.kysely,
  );
  const scope = { ingestionId, attempt: 1, passagesVersion: options.passagesVersion ?? 'v1' };
  const documents = Object.entries(texts).map(([id, text]) => documentOf(id, text));
  const known = await corpus.known(documents.map(({ documentKey }) => documentKey));
  await corpus.writeBatch(
    scope,
    documents.map((document) => {
      const before = known.get(document.documentKey);
      const same =
        before?.hash === document.hash &&
        !before.deleted &&
        before.passagesVersion === scope.passagesVersion;
      return same
        ? { document, outcome: 'unchanged' }
        : { document, passages: [], outcome: before === undefined ? 'added' : 'changed' };
    }),
  );
  if (options.full) await corpus.removeUnmet({ ...scope, personaId, sourceId: 'board' });
  return ingestionId;
}

const keys = new Map<string, string>();
function keyOf(externalId: string): string {
  const name = `${personaId} ${externalId}`;
  const key = keys.get(name) ?? randomUUID();
  keys.set(name, key);
  return key;
}

const remove = (externalId: string) =>
  new ErasureRepository(database.kysely).eraseDocument({
    erasureId: randomUUID(),
    personaId,
    documentKey: keyOf(externalId),
  });

const documentOf = (externalId: string, text: string): Document => ({
  personaId,
  sourceId: 'board',
  externalId,
  documentKey: keyOf(externalId),
  text,
  kind: 'social',
  stance: 'by',
  audience: ['public'],
  visibility: 'public',
  language: 'en',
  hash: `hash of ${text}`,
});

const named = async (revision?: number) => {
  const page = { limit: 100, ...(revision === undefined ? {} : { revision }) };
  const { items } = await revisions.manifest(personaId, page);
  return Object.fromEntries(items.map(({ documentId, hash }) => [documentId, hash]));
};

it('names the documents of each revision by hash, and the job that brought each', async () => {
  const first = await ingest({ a: 'one', b: 'two' });
  const second = await ingest({ b: 'two', c: 'three' });
  await ingest({ b: 'two' });
  const now = await revisions.manifest(personaId, { limit: 100 });
  expect(now).toMatchObject({ revision: 2, cause: 'ingestion', ingestionId: second, documents: 3 });
  const jobs = Object.fromEntries(now.items.map((item) => [item.documentId, item.ingestionId]));
  expect(jobs).toEqual({ a: first, b: first, c: second });
  expect(await named(0)).toEqual({});
  expect(await named(1)).toEqual({ a: 'hash of one', b: 'hash of two' });
});

it('still names what was changed, removed, and taken away by hand since', async () => {
  await ingest({ a: 'one', b: 'two', c: 'three' });
  await ingest({ a: 'one, changed', b: 'two' }, { full: true });
  const moved = await remove('b');
  const told = await revisions.manifest(personaId, { limit: 100 });
  expect(told).toMatchObject({ revision: moved, cause: 'removal', ingestionId: null });
  expect(await named()).toEqual({ a: 'hash of one, changed' });
  expect(await named(1)).toEqual({ a: 'hash of one', b: 'hash of two', c: 'hash of three' });
});

it('compares two revisions in either direction', async () => {
  await ingest({ a: 'one', b: 'two', c: 'three' });
  await ingest({ a: 'one, changed', d: 'four' });
  await remove('c');
  const head = (await revisions.manifest(personaId, { limit: 1 })).revision;
  const there = await revisions.diff(personaId, { from: 1, to: head, limit: 100 });
  expect(there.counts).toEqual({ added: 1, changed: 1, removed: 1, rechunked: 0 });
  const changes = Object.fromEntries(there.items.map((item) => [item.documentId, item.change]));
  expect(changes).toEqual({ a: 'changed', c: 'removed', d: 'added' });
  const back = await revisions.diff(personaId, { from: head, to: 1, limit: 100 });
  expect(back.counts).toEqual({ added: 1, changed: 1, removed: 1, rechunked: 0 });
  expect(back.items.map(({ before, after }) => [after, before])).toEqual(
    there.items.map(({ before, after }) => [before, after]),
  );
});

it('tells a document that was cut anew from one that says something else', async () => {
  await ingest({ a: 'one' });
  await ingest({ a: 'one' }, { passagesVersion: 'v2' });
  const { counts, items } = await revisions.diff(personaId, { from: 1, to: 2, limit: 10 });
  expect(counts).toEqual({ added: 0, changed: 0, removed: 0, rechunked: 1 });
  expect(items[0]?.before?.hash).toBe(items[0]?.after?.hash);
});

it('does not name what came and went between the two', async () => {
  await ingest({ a: 'one' });
  await ingest({ b: 'two' });
  await remove('b');
  const { items } = await revisions.diff(personaId, { from: 1, to: 3, limit: 10 });
  expect(items).toEqual([]);
});

it('comes in pages that hold every document once', async () => {
  const texts = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`d${i}`, `text ${i}`]));
  await ingest(texts);
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 1; page <= 3; page += 1) {
    const found = await revisions.manifest(personaId, { limit: 10, ...(after ? { after } : {}) });
    expect(found.digest === null).toBe(page > 1);
    seen.push(...found.items.map(({ documentId }) => documentId));
    after = found.next ?? undefined;
  }
  expect(after).toBeUndefined();
  expect(seen.toSorted()).toEqual(Object.keys(texts).toSorted());
});

it('has a digest that says what it names, whatever the persona is called', async () => {
  await ingest({ b: 'two', a: 'one' });
  const { digest } = await revisions.manifest(personaId, { limit: 1 });
  const lines = ['board\ta\thash of one', 'board\tb\thash of two'];
  expect(digest).toBe(createHash('sha256').update(lines.join('\n')).digest('hex'));
});

it('moves with its transaction: what is rolled back has no revision', async () => {
  await ingest({ a: 'one' });
  const broken = { ...documentOf('b', 'two'), documentKey: 'no uuid' };
  const scope = { ingestionId: randomUUID(), attempt: 1, passagesVersion: 'v1' };
  await expect(
    corpus.writeBatch(scope, [{ document: broken, passages: [], outcome: 'added' }]),
  ).rejects.toThrow('uuid');
  expect(await revisions.manifest(personaId, { limit: 9 })).toMatchObject({
    revision: 1,
    documents: 1,
  });
});

it.each([2, 99, Number.MAX_SAFE_INTEGER])('refuses revision %d, which never was', async (asked) => {
  await ingest({ a: 'one' });
  await expect(revisions.manifest(personaId, { revision: asked, limit: 1 })).rejects.toMatchObject({
    code: 'knowledge.revision-unknown',
  });
});

it('begins its record where an older database stood', async () => {
  await ingest({ a: 'one' });
  await sql`update records.persona set knowledge_revision = 7 where id = ${personaId}`.execute(
    database.kysely,
  );
  await sql`delete from corpus.revision where persona_id = ${personaId}`.execute(database.kysely);
  await sql`insert into corpus.revision (persona_id, revision, cause) values (${personaId}, 7, 'recorded')`.execute(
    database.kysely,
  );
  expect((await revisions.manifest(personaId, { limit: 1 })).cause).toBe('recorded');
  await expect(revisions.manifest(personaId, { revision: 6, limit: 1 })).rejects.toMatchObject({
    fix: expect.stringContaining('from 7 to 7'),
  });
});
