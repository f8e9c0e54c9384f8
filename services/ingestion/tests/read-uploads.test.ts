import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestionOptionsSchema, personaDocumentSchema } from '@personate/contracts';
import { ingestPersona } from '@personate/ingestion';
import { MemoryKnowledgeStores, openEmbedders } from '@personate/knowledge';
import { letterEmbedder } from '@personate/knowledge/testing';
import { FolderBlobStore, openRepositories, type Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { composeIngestion } from '../src/compose-ingestion.ts';

const { signal } = new AbortController();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const personaId = 'vera';

let database: Database;
let records: ReturnType<typeof openRepositories>;
let folder: string;
let blobs: FolderBlobStore;
let composed: ReturnType<typeof composeIngestion>;
beforeAll(async () => {
  database = await openTestDatabase();
  records = openRepositories(database.kysely);
  folder = await mkdtemp(join(tmpdir(), 'personate-uploads-'));
  blobs = new FolderBlobStore(join(folder, 'uploads'));
  composed = composeIngestion({
    store: 'pgvector',
    records,
    stores: new MemoryKnowledgeStores(),
    embedders: openEmbedders({ bundled: letterEmbedder(), names: ['bundled'] }),
    blobs,
    personasDir: join(folder, 'personas'),
    log,
  });
  const document = personaDocumentSchema.parse({
    id: personaId,
    name: 'Vera',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
  await records.personas.create(document, { origin: 'operator', note: 'made' });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (id: string): string =>
  `${JSON.stringify({ id, text: `The ${id} one.`, author: 'Vera' })}\n`;
const put = (id: string) =>
  blobs.put(Readable.from([line(id)]), { name: 'x.jsonl', limitBytes: 10_000, signal });
const changed = (blobId: string) => writeFile(join(folder, 'uploads', blobId), line('swapped'));

async function ingest(
  from: { blobId: string; sha256?: string } | { path: string },
  dryRun = false,
): Promise<{ status: string | undefined; code: string | undefined; added: number | undefined }> {
  const options = ingestionOptionsSchema.parse({ source: 'diary', self: 'Vera', dryRun });
  const { ingestionId } = await records.ingestions.create({
    personaId,
    options,
    fileName: 'x.jsonl',
    ...from,
  });
  await ingestPersona(composed.ingest, { personaId, signal });
  const job = await records.ingestions.get(ingestionId);
  return { status: job?.status, code: job?.error?.code, added: job?.report?.added };
}

describe('an ingestion', () => {
  it.each([false, true])(
    'keeps nothing of an upload that is not what was sent any more (dry run: %s)',
    async (dryRun) => {
      const { blobId, sha256 } = await put('true');
      await changed(blobId);
      const documents = await records.corpus.count(personaId);
      expect(await ingest({ blobId, sha256 }, dryRun)).toEqual({
        status: 'failed',
        code: 'ingestion.upload-changed',
        added: undefined,
      });
      expect(await records.corpus.count(personaId)).toBe(documents);
      expect(await blobs.has(blobId)).toBe(false);
    },
  );

  it('reads an upload that is as it was sent, and one of which no hash is known', async () => {
    expect(await ingest(await put('first'))).toMatchObject({ status: 'done', added: 1 });
    const { blobId } = await put('second');
    expect(await ingest({ blobId })).toMatchObject({ status: 'done', added: 1 });
  });

  it('reads no path outside the folder of personas, and what waits behind it gets its turn', async () => {
    const path = join(folder, 'database-url.jsonl');
    await writeFile(path, line('secret'));
    expect(await ingest({ path })).toMatchObject({
      status: 'failed',
      code: 'ingestion.path-outside',
    });
    expect(await ingest(await put('third'))).toMatchObject({ status: 'done' });
  });
});
