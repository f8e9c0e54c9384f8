import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { FolderBlobStore } from './folder-blob-store.ts';

let folder: string;
let blobs: FolderBlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personate-blobs-'));
  blobs = new FolderBlobStore(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const options = { name: 'My Export.ZIP', limitBytes: 1_000, signal: new AbortController().signal };
const text = (content: string) => Readable.from([Buffer.from(content)]);

describe('an upload', () => {
  it('is kept whole, with its digest, until it is deleted', async () => {
    const stored = await blobs.put(Readable.from([Buffer.from('ab'), Buffer.from('c')]), options);
    expect(stored).toMatchObject({
      blobId: expect.stringMatching(/\.zip$/),
      sizeBytes: 3,
      sha256: createHash('sha256').update('abc').digest('hex'),
    });
    expect(await readFile(await blobs.path(stored.blobId), 'utf8')).toBe('abc');
    await blobs.delete(stored.blobId);
    await blobs.delete(stored.blobId);
    expect(await blobs.has(stored.blobId)).toBe(false);
    await expect(blobs.path(stored.blobId)).rejects.toMatchObject({ code: 'upload.missing' });
  });

  it.each([
    ['is too large', 'upload.too-large', text('x'.repeat(1_001)), undefined],
    ['finds no room', 'storage.full', text('x'), () => Promise.resolve(1)],
  ])('that %s leaves nothing behind', async (_, code, content, freeBytes) => {
    const store = new FolderBlobStore(folder, freeBytes ? { freeBytes } : {});
    await expect(store.put(content, options)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });

  it('that breaks off or is aborted leaves nothing behind', async () => {
    const broken = new PassThrough();
    broken.write('half');
    const breaking = blobs.put(broken, options);
    setImmediate(() => broken.destroy(new Error('gone')));
    await expect(breaking).rejects.toThrow('gone');
    const abort = new AbortController();
    const aborting = blobs.put(new PassThrough(), { ...options, signal: abort.signal });
    setImmediate(() => abort.abort(new Error('stopped')));
    await expect(aborting).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['../secret', 'a/b', '..', '', 'x.zip'])(
    'is never looked for outside: %s',
    async (id) => {
      await writeFile(join(folder, 'x.zip'), 'mine');
      expect(await blobs.has(id)).toBe(false);
      await blobs.delete(id);
      expect(await readdir(folder)).toEqual(['x.zip']);
    },
  );

  it('is swept when it is old and nobody needs it; what is not ours stays', async () => {
    const names = await Promise.all([1, 2, 3].map(() => blobs.put(text('x'), options)));
    const [old, needed, fresh] = names.map(({ blobId }) => blobId);
    const past = new Date('2020-01-01');
    await writeFile(join(folder, `${fresh}.half`), 'x');
    await writeFile(join(folder, 'other'), 'x');
    for (const name of [old, needed, `${fresh}.half`, 'other']) {
      await utimes(join(folder, name ?? ''), past, past);
    }
    const swept = await blobs.sweep({
      olderThan: new Date('2021-01-01'),
      keep: new Set([needed ?? '']),
    });
    expect(swept).toBe(2);
    expect(new Set(await readdir(folder))).toEqual(new Set([needed, fresh, 'other']));
  });
});
