import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import type { BlobStore } from './blob-store.ts';

export interface OpenedBlobStore {
  store: BlobStore;
  /** Whatever lies in it, by name, halves and copies too. */
  names(): Promise<string[]>;
  /** Something that is none of ours. */
  addForeign(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What every store of uploads promises. */
export function describeBlobStore(open: () => Promise<OpenedBlobStore>): void {
  let opened: OpenedBlobStore;
  let store: BlobStore;
  beforeEach(async () => {
    opened = await open();
    ({ store } = opened);
  });
  afterEach(() => opened.close());
  const options = {
    name: 'My Export.ZIP',
    limitBytes: 1_000,
    signal: new AbortController().signal,
  };
  const text = (content: string) => Readable.from([Buffer.from(content)]);

  describe('an upload', () => {
    it('is kept whole, with its digest, until it is deleted', async () => {
      const stored = await store.put(Readable.from([Buffer.from('ab'), Buffer.from('c')]), options);
      expect(stored).toMatchObject({
        blobId: expect.stringMatching(/\.zip$/),
        sizeBytes: 3,
        sha256: createHash('sha256').update('abc').digest('hex'),
      });
      expect(await store.has(stored.blobId)).toBe(true);
      const paths = await Promise.all([1, 2].map(() => store.path(stored.blobId)));
      for (const path of paths) expect(await readFile(path, 'utf8')).toBe('abc');
      await store.delete(stored.blobId);
      await store.delete(stored.blobId);
      expect(await store.has(stored.blobId)).toBe(false);
      await expect(store.path(stored.blobId)).rejects.toMatchObject({ code: 'upload.missing' });
      expect(await opened.names()).toEqual([]);
    });

    it('comes from another store under the id that it has there', async () => {
      const blobId = '6f1c4a5e-6f0c-4b58-9d0e-0f3c4f1f7c11.zip';
      expect(await store.put(text('ab'), { ...options, blobId })).toMatchObject({ blobId });
      expect(await readFile(await store.path(blobId), 'utf8')).toBe('ab');
      const strange = { ...options, blobId: '../escape' };
      await expect(store.put(text('ab'), strange)).rejects.toMatchObject({
        code: 'upload.missing',
      });
    });

    it('may be empty', async () => {
      const { blobId } = await store.put(text(''), options);
      expect(await readFile(await store.path(blobId), 'utf8')).toBe('');
    });

    it('that is too large leaves nothing behind', async () => {
      await expect(store.put(text('x'.repeat(1_001)), options)).rejects.toMatchObject({
        code: 'upload.too-large',
      });
      expect(await opened.names()).toEqual([]);
    });

    it('that breaks off or is aborted leaves nothing behind', async () => {
      const broken = new PassThrough();
      broken.write('half');
      const breaking = store.put(broken, options);
      setImmediate(() => broken.destroy(new Error('gone')));
      await expect(breaking).rejects.toThrow('gone');
      const abort = new AbortController();
      const aborting = store.put(new PassThrough(), { ...options, signal: abort.signal });
      setImmediate(() => abort.abort(new Error('stopped')));
      await expect(aborting).rejects.toThrow('stopped');
      expect(await opened.names()).toEqual([]);
    });

    it.each(['../secret', 'a/b', '..', '', 'x.zip'])(
      'is never looked for outside: %s',
      async (id) => {
        await opened.addForeign('x.zip');
        expect(await store.has(id)).toBe(false);
        await expect(store.path(id)).rejects.toMatchObject({ code: 'upload.missing' });
        await store.delete(id);
        expect(await opened.names()).toEqual(['x.zip']);
      },
    );

    it('is swept when it is old and nobody needs it; what is not ours stays', async () => {
      await opened.addForeign('other');
      const [old, needed] = await Promise.all([1, 2].map(() => store.put(text('x'), options)));
      await store.path(needed?.blobId ?? '');
      expect(await store.sweep({ olderThan: new Date(0), keep: new Set() })).toBe(0);
      expect(await store.has(old?.blobId ?? '')).toBe(true);
      // A store of another machine tells time by its own clock, in whole seconds.
      const olderThan = new Date(Date.now() + 60_000);
      await store.sweep({ olderThan, keep: new Set([needed?.blobId ?? '']) });
      expect(await store.has(old?.blobId ?? '')).toBe(false);
      expect(await store.has(needed?.blobId ?? '')).toBe(true);
      expect(new Set(await opened.names())).toEqual(new Set([needed?.blobId, 'other']));
    });
  });
}
