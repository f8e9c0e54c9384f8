import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import { openExport } from '../src/export/open-export.ts';
import { contentOf, never, overwrite, temporaryFolder, writeZip } from './build-export.ts';

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof ExpectedError)) throw new Error('not as expected', { cause: error });
  expect(error.fix).toMatch(/\w{3}.*\.$/s);
  return error.code;
};

describe('opening an export', () => {
  it('sees a folder and its zip alike, without the one folder around it', async () => {
    await using folder = await temporaryFolder({ 'a/one.md': 'one', 'two.md': 'two' });
    await using zips = await temporaryFolder();
    const zip = await writeZip(join(zips.path, 'alike.zip'), {
      'my notes/a/one.md': 'one',
      'my notes/two.md': 'two',
      '__MACOSX/my notes/._two.md': 'x',
      'my notes/.DS_Store': 'x',
      'my notes/Thumbs.db': 'x',
    });
    await using unpacked = await openExport(folder.path);
    await using packed = await openExport(zip);
    expect(packed.files).toEqual(unpacked.files);
    expect(unpacked.files.map((file) => file.path)).toEqual(['a/one.md', 'two.md']);
    expect(await contentOf(packed, 'a/one.md')).toBe('one');
    expect(await contentOf(unpacked, 'a/one.md')).toBe('one');
  });

  it('keeps a folder that belongs to the format', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(join(folder.path, 'x.zip'), { 'data/tweets.js': '[]' });
    await using files = await openExport(zip);
    expect(files.files[0]?.path).toBe('data/tweets.js');
  });

  it('calls a single file by the name it had before it was uploaded', async () => {
    await using folder = await temporaryFolder({ '5feceb66': 'hello' });
    await using files = await openExport(join(folder.path, '5feceb66'), { name: 'diary.md' });
    expect(files.files).toEqual([{ path: 'diary.md', sizeBytes: 5 }]);
    expect(await contentOf(files, 'diary.md')).toBe('hello');
    expect(await codeOf(files.open('other.md', never))).toBe('export.file-missing');
  });

  it('says what is missing or empty', async () => {
    await using folder = await temporaryFolder({ 'empty/.keep': '', 'nothing.md': '' });
    expect(await codeOf(openExport(join(folder.path, 'gone')))).toBe('export.not-found');
    expect(await codeOf(openExport(join(folder.path, 'empty')))).toBe('export.empty');
    expect(await codeOf(openExport(join(folder.path, 'nothing.md')))).toBe('export.empty');
    const zip = await writeZip(join(folder.path, 'empty.zip'), {});
    expect(await codeOf(openExport(zip))).toBe('export.empty');
  });

  it('refuses what only calls itself a zip, and archives of other kinds', async () => {
    await using folder = await temporaryFolder({
      'page.zip': '<html>sign in</html>',
      'a.tgz': Buffer.from([0x1f, 0x8b, 8, 0]),
    });
    expect(await codeOf(openExport(join(folder.path, 'page.zip')))).toBe('export.zip-broken');
    expect(await codeOf(openExport(join(folder.path, 'a.tgz')))).toBe('export.format-unknown');
  });

  it('refuses a zip that was cut short', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(
      join(folder.path, 'cut.zip'),
      { 'a.md': 'words'.repeat(99) },
      (bytes) => bytes.subarray(0, bytes.length - 30),
    );
    expect(await codeOf(openExport(zip))).toBe('export.zip-broken');
  });

  it('refuses damaged contents when they are read', async () => {
    await using folder = await temporaryFolder();
    const words = Array.from({ length: 2000 }, (_, n) => `word ${n * 7919}`).join(' ');
    const zip = await writeZip(join(folder.path, 'bad.zip'), { 'a.md': words }, (bytes) => {
      const copy = Buffer.from(bytes);
      copy.fill(0xff, 60, 200);
      return copy;
    });
    await using files = await openExport(zip);
    expect(await codeOf(contentOf(files, 'a.md'))).toBe('export.zip-broken');
  });

  it('refuses a locked zip', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(join(folder.path, 'locked.zip'), { 'a.md': 'secret' }, (bytes) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt16LE(copy.readUInt16LE(6) | 1, 6);
      const central = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
      copy.writeUInt16LE(copy.readUInt16LE(central + 8) | 1, central + 8);
      return copy;
    });
    expect(await codeOf(openExport(zip))).toBe('export.zip-encrypted');
  });

  it.each([
    ['up', 'aaa/evil.txt', '../evil.txt'],
    ['up from within', 'aa/bb/evil.txt', 'aa/../evil.txt'],
    ['absolute', 'aetc/evil.txt', '/etc/evil.txt'],
    ['backslash', 'aaa/evil.txt', '..\\evil.txt'],
    ['a drive', 'aa/evil.txt', 'C:/evil.txt'],
  ])('refuses a zip whose entry leaves the folder: %s', async (_, from, to) => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(
      join(folder.path, 'slip.zip'),
      { [from]: 'x', 'good.md': 'y' },
      overwrite(from, to),
    );
    expect(await codeOf(openExport(zip))).toBe('export.path-escapes');
  });

  it('refuses links in a zip', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(join(folder.path, 'link.zip'), {
      'passwd.md': { content: '/etc/passwd', mode: 0o120777 },
    });
    expect(await codeOf(openExport(zip))).toBe('export.path-escapes');
  });

  it('refuses a link that leaves the folder and passes over one that does not', async () => {
    await using folder = await temporaryFolder({ 'in/a.md': 'a', 'secret.md': 's' });
    const inside = join(folder.path, 'in');
    await symlink(join(inside, 'a.md'), join(inside, 'b.md'));
    await symlink(join(inside, 'nowhere.md'), join(inside, 'c.md'));
    await symlink(inside, join(inside, 'loop'));
    await using files = await openExport(inside);
    expect(files.files.map((file) => file.path)).toEqual(['a.md']);
    await symlink(join(folder.path, 'secret.md'), join(inside, 'd.md'));
    expect(await codeOf(openExport(inside))).toBe('export.path-escapes');
  });

  it('does not follow a file that became a link after it was listed', async () => {
    await using folder = await temporaryFolder({
      'in/a.md': 'a',
      'in/b.md': 'b',
      'secret.md': 's',
    });
    await using files = await openExport(join(folder.path, 'in'));
    await rm(join(folder.path, 'in/a.md'));
    await symlink(join(folder.path, 'secret.md'), join(folder.path, 'in/a.md'));
    expect(await codeOf(files.open('a.md', never))).toBe('export.path-escapes');
  });

  it('refuses an entry that unpacks to hundreds of times its size', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(join(folder.path, 'bomb.zip'), {
      'tweets.js': Buffer.alloc(11_000_000),
    });
    expect(await codeOf(openExport(zip))).toBe('export.too-large');
  });

  it('stops at the size that a lying entry states', async () => {
    await using folder = await temporaryFolder();
    const zip = await writeZip(
      join(folder.path, 'lie.zip'),
      { 'a.md': Buffer.alloc(5_000_000, 'a') },
      (bytes) => {
        const copy = Buffer.from(bytes);
        const central = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
        copy.writeUInt32LE(1000, central + 24);
        return copy;
      },
    );
    await using files = await openExport(zip);
    expect(await codeOf(contentOf(files, 'a.md'))).toBe('export.too-large');
  });

  it('keeps to its limits, which media do not count for', async () => {
    await using folder = await temporaryFolder({
      'a.md': 'x'.repeat(600),
      'b.md': 'y'.repeat(600),
      'c.jpg': Buffer.alloc(5000),
    });
    await using zips = await temporaryFolder();
    const zip = await writeZip(join(zips.path, 'limits.zip'), {
      'a.md': 'x'.repeat(600),
      'b.md': 'y'.repeat(600),
      'c.jpg': Buffer.alloc(5000),
    });
    for (const path of [folder.path, zip]) {
      expect(await codeOf(openExport(path, { limits: { maxEntries: 2 } }))).toBe(
        'export.too-many-files',
      );
      expect(await codeOf(openExport(path, { limits: { maxTotalBytes: 1000 } }))).toBe(
        'export.too-large',
      );
      await using files = await openExport(path, {
        limits: { maxTotalBytes: 1300, maxFileBytes: 500 },
      });
      expect(await codeOf(contentOf(files, 'a.md'))).toBe('export.too-large');
    }
  });

  it('is stopped by its signal, while opening and while reading', async () => {
    await using folder = await temporaryFolder({ 'a.md': 'x'.repeat(500_000) });
    await expect(openExport(folder.path, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
    const zip = join(folder.path, 'a.zip');
    await writeZip(zip, {
      'a.md': Buffer.from(Array.from({ length: 400_000 }, (_, n) => (n * 7919) % 256)),
    });
    for (const path of [folder.path, zip]) {
      await using files = await openExport(path);
      const stop = new AbortController();
      const reading = async () => {
        for await (const _ of await files.open('a.md', stop.signal)) stop.abort();
      };
      await expect(reading()).rejects.toThrow(/abort/i);
    }
  });

  it('fails plainly when a listed file is gone', async () => {
    await using folder = await temporaryFolder({ 'a.md': 'a', 'b.md': 'b' });
    await using files = await openExport(folder.path);
    await rm(join(folder.path, 'a.md'));
    expect(await codeOf(files.open('a.md', never))).toBe('export.file-missing');
    expect(await codeOf(files.open('../b.md', never))).toBe('export.file-missing');
    await writeFile(join(folder.path, 'c.md'), 'late');
    expect(await codeOf(files.open('c.md', never))).toBe('export.file-missing');
  });
});
