import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { refuseOutside } from '../src/refuse-outside.ts';

let root: string;
let personas: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'personate-paths-'));
  personas = join(root, 'personas');
  await mkdir(join(personas, 'vera'), { recursive: true });
  await mkdir(join(root, 'personas-of-others'));
  await writeFile(join(personas, 'vera', 'notes.txt'), 'hers');
  await writeFile(join(root, 'database-url'), 'a secret');
  await symlink(join(root, 'database-url'), join(personas, 'vera', 'leads-out.txt'));
  await symlink(join(personas, 'vera', 'notes.txt'), join(personas, 'vera', 'leads-in.txt'));
  await symlink(root, join(personas, 'up'));
  await symlink(personas, join(root, 'linked'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
const outside = { code: 'ingestion.path-outside' };

describe('a path that an ingestion names', () => {
  it('is read below the folder of personas, links within it too, also where that is a link or relative', async () => {
    for (const name of ['vera/notes.txt', 'vera/leads-in.txt', 'vera'])
      expect(await refuseOutside(personas, join(personas, name))).toBe(join(personas, name));
    const path = join(personas, 'vera', 'notes.txt');
    expect(await refuseOutside(join(root, 'linked'), path)).toBe(path);
    expect(await refuseOutside(relative(process.cwd(), personas), path)).toBe(path);
  });

  it('is read nowhere else, whatever leads there', async () => {
    for (const path of [
      join(root, 'database-url'),
      join(personas, 'vera', 'leads-out.txt'),
      join(personas, 'up', 'database-url'),
      `${personas}/../database-url`,
      join(root, 'personas-of-others'),
      personas,
      '/dev/zero',
      '',
    ])
      await expect(refuseOutside(personas, path)).rejects.toMatchObject(outside);
  });

  it('that is not there is looked for below it alone', async () => {
    const gone = join(personas, 'vera', 'gone.txt');
    expect(await refuseOutside(personas, gone)).toBe(gone);
    await expect(refuseOutside(personas, join(root, 'gone.txt'))).rejects.toMatchObject(outside);
    await expect(refuseOutside(join(root, 'none'), join(root, 'database-url'))).rejects.toMatchObject(outside); // prettier-ignore
  });
});
