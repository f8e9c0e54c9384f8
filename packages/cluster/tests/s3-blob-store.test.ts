import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { UploadsBucket } from '@personate/chassis';
import { FolderBlobStore, type BlobStore } from '@personate/records';
import { describeBlobStore } from '@personate/records/blob-store-contract';
import { openS3Client } from '../src/blobs/open-s3-client.ts';
import { S3BlobStore } from '../src/blobs/s3-blob-store.ts';
import { openBlobStore } from '../src/index.ts';
import { startS3Server, type S3Server } from './support/s3-server.ts';

const bucketOf = (endpoint: string, change: Partial<UploadsBucket> = {}): UploadsBucket => ({
  bucket: 'ours',
  endpoint,
  region: 'us-east-1',
  prefix: '',
  key: { id: 'id', secret: 'secret' },
  ...change,
});

describe('a bucket of uploads', () => {
  let server: S3Server;
  let folder: string;
  beforeEach(async () => {
    server = await startS3Server('ours', 'id');
    folder = await mkdtemp(join(tmpdir(), 'personate-s3-'));
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const openStore = (change: Partial<UploadsBucket> = {}): Promise<BlobStore> =>
    openBlobStore({
      uploadsDir: join(folder, randomUUID()),
      uploadsBucket: bucketOf(server.endpoint, change),
    });
  const options = { name: 'a.zip', limitBytes: 1e9, signal: new AbortController().signal };

  describeBlobStore(async () => {
    const prefix = 'personate/uploads/';
    return {
      store: await openStore({ prefix }),
      names: async () => [...server.objects.keys()].map((key) => key.slice(prefix.length)),
      addForeign: async (name) =>
        void server.objects.set(prefix + name, { body: Buffer.from('mine'), at: new Date(0) }),
      close: () => Promise.resolve(),
    };
  });

  it('is seen by every service, and what one fetched of it does not stay when it is deleted there', async () => {
    const [gateway, ingestion] = [await openStore(), await openStore()];
    const { blobId } = await gateway.put(Readable.from([Buffer.from('an export')]), options);
    const path = await ingestion.path(blobId);
    expect(await readFile(path, 'utf8')).toBe('an export');
    await ingestion.delete(blobId);
    expect(await gateway.has(blobId)).toBe(false);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('takes what is larger than one part', async () => {
    const store = await openStore();
    const chunk = Buffer.alloc(1024 ** 2, 'x');
    const content = Readable.from(Array.from({ length: 66 }, () => chunk));
    const { blobId, sizeBytes } = await store.put(content, options);
    expect(sizeBytes).toBe(66 * chunk.length);
    expect(server.objects.get(blobId)?.body.length).toBe(sizeBytes);
    expect(server.unfinished.size).toBe(0);
  });

  it('is swept over all its pages', async () => {
    const store = await openStore();
    for (let i = 0; i < 5; i += 1) await store.put(Readable.from([Buffer.from('x')]), options);
    const olderThan = new Date(Date.now() + 60_000);
    expect(await store.sweep({ olderThan, keep: new Set() })).toBe(5);
    expect(server.objects.size).toBe(0);
  });

  it('gives no half of an upload where a download breaks off', async () => {
    const store = await openStore();
    const { blobId } = await store.put(Readable.from([Buffer.alloc(1e6, 'x')]), options);
    server.breakNext();
    await expect(store.path(blobId)).rejects.toMatchObject({ code: 'storage.unreachable' });
    expect((await readFile(await store.path(blobId))).length).toBe(1e6);
  });

  it('fetches nothing onto a disk without room, and says that it is the disk', async () => {
    const { blobId } = await (await openStore()).put(Readable.from([Buffer.from('x')]), options);
    const near = new FolderBlobStore(join(folder, 'full'), { freeBytes: () => Promise.resolve(1) });
    const store = new S3BlobStore(bucketOf(server.endpoint), near);
    await expect(store.path(blobId)).rejects.toMatchObject({ code: 'storage.full' });
    expect(await readdir(join(folder, 'full'))).toEqual([]);
  });

  it('stops fetching when nobody waits for it any more, and leaves nothing of it', async () => {
    const near = join(folder, 'near');
    const store = new S3BlobStore(bucketOf(server.endpoint), new FolderBlobStore(near));
    const { blobId } = await store.put(Readable.from([Buffer.alloc(1e6, 'x')]), options);
    const { begun } = server.holdNext();
    const abort = new AbortController();
    const first = store.path(blobId, abort.signal);
    await begun;
    abort.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    // The next one does not wait for what was given up.
    expect((await readFile(await store.path(blobId))).length).toBe(1e6);
    await store.delete(blobId);
    expect(await readdir(near)).toEqual([]);
  });

  it('goes on fetching for the others where one of them stops waiting', async () => {
    const store = await openStore();
    const { blobId } = await store.put(Readable.from([Buffer.alloc(1e6, 'x')]), options);
    const { begun, goOn } = server.holdNext();
    const abort = new AbortController();
    const both = [store.path(blobId, abort.signal), store.path(blobId)] as const;
    await begun;
    abort.abort(new Error('stopped'));
    await expect(both[0]).rejects.toThrow('stopped');
    goOn();
    expect((await readFile(await both[1])).length).toBe(1e6);
  });

  it.each([
    ['with another key', { key: { id: 'other', secret: 'secret' } }, 'storage.refused'],
    ['that is not there', { bucket: 'theirs' }, 'storage.refused'],
    ['of a store that is away', { endpoint: 'http://127.0.0.1:1' }, 'storage.unreachable'],
  ])('%s is told as such, and keeps nothing', async (_, change, code) => {
    const store = await openStore(change);
    const content = () => Readable.from([Buffer.from('x')]);
    await expect(store.put(content(), options)).rejects.toMatchObject({
      code,
      kind: 'unavailable',
    });
    await expect(store.sweep({ olderThan: new Date(), keep: new Set() })).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining('secret') as unknown,
    });
    expect(server.objects.size).toBe(0);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});

/** `http://id:secret@host:port/bucket`, of a bucket that may be emptied. */
const real = process.env['PERSONATE_TEST_S3_URL'] ?? '';
if (real === '')
  process.stderr.write(
    '\nSKIPPED: uploads on an S3 server of somebody else: NOT tested. Set PERSONATE_TEST_S3_URL.\n\n',
  );
(real === '' ? describe.skip : describe)('a bucket of somebody else’s server', () => {
  describeBlobStore(async () => {
    const url = new URL(real);
    const prefix = `${randomUUID()}/`;
    const bucket = bucketOf(url.origin, {
      bucket: url.pathname.slice(1),
      prefix,
      key: { id: url.username, secret: url.password },
    });
    const client = openS3Client(bucket);
    const folder = await mkdtemp(join(tmpdir(), 'personate-s3-'));
    return {
      store: await openBlobStore({ uploadsDir: folder, uploadsBucket: bucket }),
      async names() {
        const { Contents = [] } = await client.send(
          new ListObjectsV2Command({ Bucket: bucket.bucket, Prefix: prefix }),
        );
        return Contents.map(({ Key = '' }) => Key.slice(prefix.length));
      },
      addForeign: async (name) =>
        void (await client.send(
          new PutObjectCommand({ Bucket: bucket.bucket, Key: prefix + name, Body: 'mine' }),
        )),
      close: () => rm(folder, { recursive: true, force: true }),
    };
  });
});
