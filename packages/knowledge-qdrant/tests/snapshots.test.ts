import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generationName, MemoryGenerationStatistics } from '@personate/knowledge';
import { QdrantKnowledgeStores } from '../src/index.ts';
import { QdrantConnection } from '../src/qdrant-connection.ts';
import { MemoryReadGrants } from './support/memory-read-grants.ts';
import { asks, newSpec, passage } from './support/passages.ts';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '../src/testing/qdrant-server.ts';

const missing = qdrantBinaryMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: snapshots of Qdrant were not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;
const { signal } = new AbortController();

suite('snapshots of a generation', () => {
  let server: OwnQdrantServer;
  let folder: string;
  let stores: QdrantKnowledgeStores;
  const grants = new MemoryReadGrants();
  const statistics = new MemoryGenerationStatistics();

  beforeAll(async () => {
    server = await startQdrant();
    folder = await mkdtemp(join(tmpdir(), 'personate-snapshots-'));
    const { url, apiKey } = server;
    stores = new QdrantKnowledgeStores({ url, apiKey, grants, statistics });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('bring back what was there, even into a Qdrant that lost it', async () => {
    const spec = newSpec();
    const writer = await stores.writer(spec, signal);
    const kept = passage({ text: 'apple kept' });
    await writer.replaceDocuments([kept.documentKey], [kept], signal);
    const made = await stores.snapshots.create(spec, signal);
    expect(await stores.snapshots.list(spec, signal)).toEqual([made]);
    const path = join(folder, 'anna.snapshot');
    await stores.snapshots.download(spec, { name: made.name, path, signal });
    expect((await stat(path)).size).toBe(made.sizeBytes);

    const admin = new QdrantConnection({ url: server.url, key: server.apiKey, timeoutMs: 10_000 });
    const collection_name = generationName(spec);
    await admin.call((api, init) => api.deleteCollection({ collection_name }, init), { signal });
    await stores.snapshots.restore(spec, { path, signal });
    const reader = await stores.reader(spec, signal);
    expect((await reader.candidates(asks, signal)).map((found) => found.passage.text)).toEqual([
      'apple kept',
    ]);
    // Its epoch came back with it: it is the collection that the records know.
    await stores.create(spec, signal);
  }, 60_000);

  it('one that is not there is said to be, and leaves no file', async () => {
    const spec = newSpec();
    await stores.create(spec, signal);
    const path = join(folder, 'nothing.snapshot');
    await expect(
      stores.snapshots.download(spec, { name: '../../etc/passwd', path, signal }),
    ).rejects.toMatchObject({ name: 'ExpectedError' });
    expect(await readdir(folder)).not.toContain('nothing.snapshot');
    expect(await readdir(folder)).not.toContain('nothing.snapshot.part');
  });

  it('are refused where others’ knowledge lies in the same collection', async () => {
    const { url, apiKey } = server;
    const shared = new QdrantKnowledgeStores({ url, apiKey, grants, statistics, placement: 'shared' }); // prettier-ignore
    await expect(shared.snapshots.create(newSpec(), signal)).rejects.toMatchObject({
      code: 'knowledge.snapshot-shared',
    });
  });
});
