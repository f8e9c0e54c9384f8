import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { listFolder, type ListLimits } from './list-folder.ts';
import { zipFolder } from './zip-folder.ts';

const limits: ListLimits = { maxEntries: 100, maxTotalBytes: 1024 * 1024 };
const { signal } = new AbortController();
let folder: string;
let target: string;
beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), 'cli-zip-'));
  folder = join(base, 'notes');
  target = join(base, 'out.zip');
  await mkdir(join(folder, 'sub/.git'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'a.md'), 'I moored at the quay. '.repeat(100));
  await writeFile(join(folder, 'sub/ö.txt'), 'Grüße');
  await writeFile(join(folder, 'sub/empty.md'), '');
  await writeFile(join(folder, 'photo.JPG'), Buffer.alloc(100_000, 1));
  await writeFile(join(folder, 'sub/.git/config'), 'hidden');
  await writeFile(join(folder, 'node_modules/x.md'), 'litter');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const packed = async () => {
  const { files } = await listFolder(folder, limits, signal);
  await zipFolder({ folder, files, target }, { signal });
  return entries(await readFile(target));
};

describe('a folder that is packed', () => {
  it('holds every visible file with its contents, media by name only', async () => {
    expect(await packed()).toEqual({
      'a.md': 'I moored at the quay. '.repeat(100),
      'photo.JPG': '',
      'sub/empty.md': '',
      'sub/ö.txt': 'Grüße',
    });
  });

  it('follows no link, neither to a file nor to a folder', async () => {
    await writeFile(join(folder, '../outside.md'), 'secret');
    await symlink(join(folder, '../outside.md'), join(folder, 'out.md'));
    await symlink(folder, join(folder, 'around'));
    const { links } = await listFolder(folder, limits, signal);
    expect(links).toBe(2);
    expect(JSON.stringify(await packed())).not.toContain('secret');
  });

  it('does not follow a link that took a file’s place after it was listed', async () => {
    const { files } = await listFolder(folder, limits, signal);
    await rm(join(folder, 'a.md'));
    await symlink('/etc/hostname', join(folder, 'a.md'));
    await expect(zipFolder({ folder, files, target }, { signal })).rejects.toMatchObject({
      code: 'ELOOP',
    });
  });

  it.each([[{ ...limits, maxEntries: 3 }], [{ ...limits, maxTotalBytes: 100 }]])(
    'may not be larger than %j',
    async (few) => {
      await expect(listFolder(folder, few, signal)).rejects.toMatchObject({
        code: 'cli.folder-too-large',
      });
    },
  );

  it('stops when it is told to', async () => {
    const { files } = await listFolder(folder, limits, signal);
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(listFolder(folder, limits, stopped)).rejects.toThrow('enough');
    await expect(zipFolder({ folder, files, target }, { signal: stopped })).rejects.toThrow(
      'enough',
    );
    const stopping = new AbortController();
    const packing = zipFolder(
      { folder, files, target },
      { signal: stopping.signal, onFile: () => stopping.abort() },
    );
    await expect(packing).rejects.toMatchObject({ name: 'AbortError' });
  });
});

/** The files of a zip by its central directory (APPNOTE 4.3.12); sizes below 4 GB. */
function entries(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const found: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    const path = zip.subarray(at + 46, at + 46 + name).toString('utf8');
    found[path] = (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return found;
}
