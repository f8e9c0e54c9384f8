import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestionOptionsSchema, personaDocumentSchema } from '@personate/contracts';
import { documentKey, ingestPersona } from '@personate/ingestion';
import { MemoryKnowledgeStores, openEmbedders, type Embedder } from '@personate/knowledge';
import { FolderBlobStore, openRepositories, type Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeIngestion } from '../src/compose-ingestion.ts';
import { replayErasures } from '../src/replay/replay-erasures.ts';

const { signal } = new AbortController();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const embedder: Embedder = {
  identity: 'none/8',
  dimensions: 8,
  maxTokens: 256,
  countTokens: async (text) => text.split(/\s+/u).length,
  embed: async (texts) => texts.map(() => new Float32Array(8).fill(1)),
  close: async () => undefined,
};
const ida = 'ida@example.org';

let database: Database;
let records: ReturnType<typeof openRepositories>;
let folder: string;
let composition: ReturnType<typeof composeIngestion>;

beforeAll(async () => {
  database = await openTestDatabase();
  records = openRepositories(database.kysely);
  folder = await mkdtemp(join(tmpdir(), 'personate-replay-'));
  composition = composeIngestion({
    store: 'pgvector',
    records,
    stores: new MemoryKnowledgeStores(),
    embedders: openEmbedders({ bundled: embedder, names: ['bundled'] }),
    blobs: new FolderBlobStore(join(folder, 'blobs')),
    personasDir: folder,
    log,
  });
  for (const personaId of ['vera', 'olga']) await create(personaId);
  await ingest();
  await remember(ida);
  await remember('ben');
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const create = (id: string) =>
  records.personas.create(
    personaDocumentSchema.parse({
      id,
      name: 'Vera',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    }),
    { origin: 'operator', note: 'made' },
  );

async function ingest(): Promise<void> {
  const path = join(folder, `${randomUUID()}.jsonl`);
  const lines = ['secret', 'other'].map((id) => ({ id, text: `The ${id} one.`, author: 'Vera' }));
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  const options = ingestionOptionsSchema.parse({ source: 'diary', self: 'Vera' });
  await records.ingestions.create({ personaId: 'vera', options, fileName: 'x.jsonl', path });
  await ingestPersona(composition.ingest, { personaId: 'vera', signal });
}

const remember = (userId: string) =>
  database.pool.query(
    `insert into records.conversation (conversation_id, persona_id, user_id, key_id, title, created_at, last_at)
     values ($1, 'vera', $2, 'k', 'Boats', now() - interval '1 day', now())`,
    [randomUUID(), userId],
  );
const usersKept = async () =>
  (
    await database.pool.query<{ user_id: string }>(
      'select user_id from records.conversation order by 1',
    )
  ).rows.map((row) => row.user_id);

/** As `scripts/backup --ledger` writes it. */
const ledger = async () =>
  (
    await database.pool.query<{ line: string }>(
      'select to_jsonb(e)::text as line from records.erasure e order by number',
    )
  ).rows.map((row) => row.line);
/** What a restore does to the ledger: the records know nothing of what came after the backup. */
const forgetLedger = () => database.pool.query('delete from records.erasure');
async function* each(lines: readonly string[]) {
  yield* lines;
}
const replay = (lines: readonly string[]) =>
  replayErasures(
    { erasures: records.erasures, erase: composition.erase },
    { lines: each(lines), signal },
  );
async function erase(target: Parameters<typeof records.erasures.open>[0]): Promise<string> {
  const { erasureId } = await records.erasures.open(target, 'k');
  await composition.erase({ erasureId, signal });
  return erasureId;
}

describe('a restore from before an erasure', () => {
  it('erases the user again whom the ledger no longer names, and nobody else', async () => {
    const erasureId = await erase({ scope: 'user', userId: ida });
    const later = await ledger();
    expect(later.join()).not.toContain(ida);
    await forgetLedger();
    await remember(ida);

    expect(await replay(later)).toEqual({ entries: 1, erased: 1 });
    expect(await usersKept()).toEqual(['ben']);
    expect(await records.erasures.check(erasureId)).toMatchObject({ whole: true });
    // The same ledger again, as when several overlap.
    expect(await replay(later)).toEqual({ entries: 1, erased: 0 });
  });

  it('erases the document again', async () => {
    const key = documentKey('vera', 'diary', 'secret');
    await erase({ scope: 'document', personaId: 'vera', documentKey: key });
    const later = await ledger();
    await forgetLedger();
    await database.pool.query(
      `update corpus.document set deleted_at = null, withheld = false,
        document = (select document from corpus.document where external_id = 'other')
        where document_key = $1`,
      [key],
    );

    expect(await replay(later)).toMatchObject({ erased: 1 });
    const { rows } = await database.pool.query(
      `select 1 from corpus.document where document_key = $1 and document <> '{}'`,
      [key],
    );
    expect(rows).toEqual([]);
  });

  it('erases a persona again, but not another one that has its id', async () => {
    const uid = await records.personas.uid('olga');
    await erase({ scope: 'persona', personaId: 'olga' });
    const later = await ledger();
    await forgetLedger();
    await create('olga');
    await replay(later);
    expect(await records.personas.uid('olga')).not.toBe(uid);

    await forgetLedger();
    await database.pool.query(`update records.persona set uid = $1 where id = 'olga'`, [uid]);
    expect(await replay(later)).toMatchObject({ erased: 1 });
    await expect(records.personas.uid('olga')).rejects.toMatchObject({ code: 'persona.missing' });
  });

  it('takes a user away once whom the ledger names twice', async () => {
    await forgetLedger();
    await remember(ida);
    await erase({ scope: 'user', userId: ida });
    await remember(ida);
    await erase({ scope: 'user', userId: ida });
    const later = await ledger();
    await forgetLedger();
    await remember(ida);

    expect(await replay(later)).toEqual({ entries: 2, erased: 1 });
    expect(await usersKept()).toEqual(['ben']);
    const receipts = await records.erasures.list({ limit: 9 });
    expect(receipts.map(({ status }) => status)).toEqual(['done', 'done']);
  });

  it('goes no further than a line that is no entry: nothing may be served then', async () => {
    await expect(replay(['{"scope": "user"}'])).rejects.toMatchObject({
      code: 'erasure.ledger-invalid',
    });
  });
});
