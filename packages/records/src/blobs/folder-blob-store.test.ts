import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describeBlobStore } from './blob-store-contract.ts';
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

describe('a folder of uploads', () => {
  describeBlobStore(async () => ({
    store: blobs,
    names: () => readdir(folder),
    addForeign: (name) => writeFile(join(folder, name), 'mine'),
    close: () => Promise.resolve(),
  }));

  it('that is not there holds nothing', async () => {
    const none = new FolderBlobStore(join(folder, 'none'));
    expect(await none.sweep({ olderThan: new Date(), keep: new Set() })).toBe(0);
  });

  it('that finds no room leaves nothing behind', async () => {
    const store = new FolderBlobStore(folder, { freeBytes: () => Promise.resolve(1) });
    await expect(store.put(text('x'), options)).rejects.toMatchObject({ code: 'storage.full' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives out no link, whatever it leads to, and sweeps it as any other', async () => {
    const blobId = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa.txt';
    const secret = join(folder, 'secret');
    await writeFile(secret, 'mine');
    await symlink(secret, join(folder, blobId));
    expect(await blobs.has(blobId)).toBe(false);
    await expect(blobs.path(blobId)).rejects.toMatchObject({ code: 'upload.missing' });
    const later = new Date(Date.now() + 60_000);
    expect(await blobs.sweep({ olderThan: later, keep: new Set() })).toBe(1);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  it('that are old and that nobody needs are swept, halves too; what is not ours stays', async () => {
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
