import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const program = resolve(import.meta.dirname, '../scripts/mint-secrets.mjs');

describe('scripts/mint-secrets.mjs', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'personate-mint-'));
    folder = join(parent, 'secrets');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));
  const mint = () => run(process.execPath, [program, folder]);
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

  it('closes its folder to others, one that it made and one that was there, and mints once', async () => {
    await mint();
    expect(await modeOf(folder)).toBe(0o700);
    const key = await readFile(join(folder, 'gateway', 'admin-key'), 'utf8');
    expect(key).toMatch(/^pk_[0-9a-f]{64}$/);

    // As one that an earlier release left open.
    await chmod(folder, 0o755);
    await mint();
    expect(await modeOf(folder)).toBe(0o700);
    expect(await readFile(join(folder, 'gateway', 'admin-key'), 'utf8')).toBe(key);
  });

  it('mints nothing in an open folder that holds other things, and leaves it as it is', async () => {
    await mkdir(folder);
    await chmod(folder, 0o755);
    await writeFile(join(folder, 'passwd'), 'of somebody else');
    await expect(mint()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('holds more than secrets (passwd)'),
    });
    expect(await readdir(folder)).toEqual(['passwd']);
    expect(await modeOf(folder)).toBe(0o755);
  });
});
