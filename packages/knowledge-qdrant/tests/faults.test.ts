import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  generationName,
  MemoryGenerationStatistics,
  type KnowledgeReader,
} from '@personate/knowledge';
import { QdrantKnowledgeStores } from '../src/index.ts';
import { QdrantConnection } from '../src/qdrant-connection.ts';
import { MemoryReadGrants } from './support/memory-read-grants.ts';
import { asks, dimensions, newSpec, passage } from './support/passages.ts';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '../src/testing/qdrant-server.ts';

const missing = qdrantBinaryMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: faults of Qdrant were not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;
const { signal } = new AbortController();

suite('when Qdrant fails', () => {
  let server: OwnQdrantServer;
  const grants = new MemoryReadGrants();
  const statistics = new MemoryGenerationStatistics();
  const open = (
    options: { readTimeoutMs?: number; writeTimeoutMs?: number; retryDelaysMs?: number[] } = {},
  ) => {
    const { url, apiKey } = server;
    return new QdrantKnowledgeStores({ url, apiKey, grants, statistics, ...options });
  };
  const admin = () =>
    new QdrantConnection({ url: server.url, key: server.apiKey, timeoutMs: 10_000 });
  const textsOf = async (reader: KnowledgeReader) =>
    (await reader.candidates(asks, signal)).map((found) => found.passage.text).toSorted();
  const version = (documentKey: string, n: number, passages: number) =>
    Array.from({ length: passages }, (_, ordinal) =>
      passage({ documentKey, ordinal, text: `apple version ${n}` }),
    );

  beforeAll(async () => {
    server = await startQdrant();
  }, 60_000);
  afterAll(() => server.stop());

  it('killed in mid-write: no document is there in part, and repeating makes it so', async () => {
    const spec = newSpec();
    const stores = open({ retryDelaysMs: [] });
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    // The second is too large for one operation.
    const documents = [{ key: randomUUID(), size: 30 }, { key: randomUUID(), size: 300 }]; // prettier-ignore
    const write = (n: number) =>
      writer.replaceDocuments(
        documents.map(({ key }) => key),
        documents.flatMap(({ key, size }) => version(key, n, size)),
        signal,
      );
    await write(0);
    for (let n = 1; n <= 6; n++) {
      const writing = write(n).then(
        () => 'done',
        () => 'failed',
      );
      await server.kill('SIGKILL');
      await writing;
      await server.start();
      const found = await reader.candidates(asks, signal);
      for (const { key, size } of documents) {
        const own = found.filter((candidate) => candidate.passage.documentKey === key);
        expect([0, size]).toContain(own.length);
        expect(new Set(own.map((candidate) => candidate.passage.text)).size).toBeLessThan(2);
      }
      await write(n);
      expect(new Set(await textsOf(reader))).toEqual(new Set([`apple version ${n}`]));
      expect(await textsOf(reader)).toHaveLength(330);
    }
  }, 120_000);

  it('a document that is being replaced is never read as a mixture of two', async () => {
    const spec = newSpec();
    const stores = open();
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const [small, large] = [randomUUID(), randomUUID()];
    let writing = true;
    const writes = (async () => {
      for (let n = 0; n < 25; n++)
        await writer.replaceDocuments(
          [small, large],
          [...version(small, n, 20), ...version(large, n, 200)],
          signal,
        );
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      const found = await reader.candidates(asks, signal);
      for (const key of [small, large]) {
        const own = found.filter((candidate) => candidate.passage.documentKey === key);
        expect(new Set(own.map((candidate) => candidate.passage.text)).size).toBeLessThan(2);
      }
      reads += 1;
    }
    await writes;
    expect(reads).toBeGreaterThan(5);
    expect(await textsOf(reader)).toHaveLength(220);
  }, 120_000);

  it('down: reading and writing fail with what to do, and go on when it is up again', async () => {
    const spec = newSpec();
    const stores = open({ retryDelaysMs: [1, 1] });
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const kept = passage({ text: 'apple kept' });
    await writer.replaceDocuments([kept.documentKey], [kept], signal);
    await server.kill('SIGTERM');
    const unreachable = { code: 'knowledge.store-unreachable', fix: expect.stringContaining('QDRANT_URL') }; // prettier-ignore
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(unreachable);
    await expect(writer.replaceDocuments([kept.documentKey], [], signal)).rejects.toMatchObject(
      unreachable,
    );
    await expect(open().create(newSpec(), signal)).rejects.toMatchObject(unreachable);
    await server.start();
    expect(await textsOf(reader)).toEqual(['apple kept']);
  }, 60_000);

  it('slow: nobody waits longer than the time-out, and nobody after having left', async () => {
    const spec = newSpec();
    const stores = open({ readTimeoutMs: 300, writeTimeoutMs: 300 });
    const writer = await open().writer(spec, signal);
    await writer.replaceDocuments([], [], signal);
    const reader = await stores.reader(spec, signal);
    await textsOf(reader);
    server.freeze();
    try {
      const started = performance.now();
      await expect(reader.candidates(asks, signal)).rejects.toMatchObject({
        code: 'knowledge.store-timeout',
      });
      await expect(stores.create(newSpec(), signal)).rejects.toMatchObject({
        code: 'knowledge.store-timeout',
      });
      expect(performance.now() - started).toBeLessThan(5_000);
      const leaving = new AbortController();
      const asked = reader.candidates(asks, leaving.signal);
      const reason = new Error('the asker has left');
      setImmediate(() => leaving.abort(reason));
      await expect(asked).rejects.toBe(reason);
    } finally {
      server.thaw();
    }
    expect(await textsOf(reader)).toEqual([]);
  }, 60_000);

  it('a collection deleted behind our back is said to be gone, not read as empty; dropped and made anew it serves', async () => {
    const spec = newSpec();
    const stores = open();
    const writer = await stores.writer(spec, signal);
    const reader = await stores.reader(spec, signal);
    const kept = passage({ text: 'apple' });
    await writer.replaceDocuments([kept.documentKey], [kept], signal);
    const collection_name = generationName(spec);
    await admin().call((api, init) => api.deleteCollection({ collection_name }, init), { signal });
    const gone = { code: 'knowledge.collection-missing' };
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(gone);
    await expect(reader.passages([kept.passageId], asks, signal)).rejects.toMatchObject(gone);
    await expect(writer.replaceDocuments([kept.documentKey], [kept], signal)).rejects.toMatchObject(
      gone,
    );
    await expect(stores.create(spec, signal)).rejects.toMatchObject(gone);
    expect(await stores.lost(signal)).toEqual([expect.objectContaining({ personaUid: spec.personaUid })]); // prettier-ignore
    await stores.drop(spec, signal);
    expect(await reader.candidates(asks, signal)).toEqual([]);
    await stores.create(spec, signal);
    await writer.replaceDocuments([kept.documentKey], [kept], signal);
    expect(await textsOf(reader)).toEqual(['apple']);
  });

  it('a collection of the same name that somebody else made is not taken for ours', async () => {
    const spec = newSpec();
    await open().create(spec, signal);
    const collection_name = generationName(spec);
    const remake = async (size: number) => {
      await admin().call((api, init) => api.deleteCollection({ collection_name }, init), {
        signal,
      });
      await admin().call(
        (api, init) =>
          api.createCollection(
            { collection_name, vectors: { dense: { size, distance: 'Cosine' } } },
            init,
          ),
        { signal },
      );
    };
    await remake(3);
    await expect(open().writer(spec, signal)).rejects.toMatchObject({
      code: 'knowledge.identity-mismatch',
    });
    await remake(dimensions);
    await expect(open().writer(spec, signal)).rejects.toMatchObject({
      code: 'knowledge.identity-mismatch',
    });
    await open().drop(spec, signal);
    await open().create(spec, signal);
    await expect(
      open().create({ ...spec, embeddingIdentity: 'other/8' }, signal),
    ).rejects.toMatchObject({ code: 'knowledge.identity-mismatch' });
    await expect(open().create({ ...spec, dimensions: 4 }, signal)).rejects.toMatchObject({
      code: 'knowledge.identity-mismatch',
    });
  });

  it('vectors of another space are refused by Qdrant too, and said to be', async () => {
    const spec = newSpec();
    await open().create(spec, signal);
    const reader = await open().reader(spec, signal);
    await expect(
      reader.candidates({ ...asks, vector: Float32Array.of(1, 0) }, signal),
    ).rejects.toMatchObject({ code: 'knowledge.store-rejected' });
  });

  it('a limit of its own on what a request may hold is said, and nothing half is left', async () => {
    const tight = await startQdrant({ QDRANT__SERVICE__MAX_REQUEST_SIZE_MB: '1' });
    try {
      const { url, apiKey } = tight;
      const stores = new QdrantKnowledgeStores({
        url,
        apiKey,
        grants,
        statistics,
        retryDelaysMs: [1],
      });
      const spec = newSpec();
      const writer = await stores.writer(spec, signal);
      const huge = passage({ text: 'apple '.repeat(300_000) });
      const failed = writer.replaceDocuments([huge.documentKey], [huge], signal);
      await expect(failed).rejects.toMatchObject({
        code: 'knowledge.batch-too-large',
      });
      expect(await textsOf(await stores.reader(spec, signal))).toEqual([]);
    } finally {
      await tight.stop();
    }
  }, 60_000);

  it('dropping a generation leaves neither collection nor snapshot', async () => {
    const spec = newSpec();
    const stores = open();
    await stores.create(spec, signal);
    const collection_name = generationName(spec);
    await admin().call((api, init) => api.createSnapshot({ collection_name, wait: true }, init), { signal, repeatable: false }); // prettier-ignore
    await stores.drop(spec, signal);
    await stores.drop(spec, signal);
    expect(await grants.find(spec)).toBeNull();
    // Made again under the name, it would list the snapshots that were left.
    await stores.create(spec, signal);
    const left = await admin().call((api, init) => api.listSnapshots({ collection_name }, init), { signal }); // prettier-ignore
    expect(left).toEqual([]);
  });
});
