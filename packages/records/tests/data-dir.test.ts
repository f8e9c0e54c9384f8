import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir, openDatabase } from '../src/index.ts';
import { openDataDir } from '../src/embedded/open-data-dir.ts';
import { fillDataDir } from '../src/testing.ts';
import { spawnHolder } from './support/spawn-holder.ts';

// Most start processes of their own.
jest.setTimeout(120_000);

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'personate-data-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const open = (dataDir: string) => openDatabase({ kind: 'embedded', dataDir });
/** A data folder that was used before. */
async function used(name: string): Promise<string> {
  await fillDataDir(join(root, name), true);
  return join(root, name);
}

describe('the lock of a data folder', () => {
  it('keeps a second process out, with a word on which folder and what to do', async () => {
    const dataDir = join(root, 'held');
    await using _ = await lockDataDir(dataDir);
    const second = await spawnHolder(dataDir);
    expect(await second.line()).toBe('started');
    expect(await second.line()).toBe('failed data.locked');
    await second.kill();
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({
      code: 'data.locked',
      message: expect.stringContaining(dataDir),
      fix: expect.stringContaining('PERSONATE_DATA_DIR'),
    });
  });

  it('goes with its process, even when that is killed', async () => {
    const dataDir = await used('killed');
    const holder = await spawnHolder(dataDir);
    await holder.line();
    expect(await holder.line()).toBe('open');
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'data.locked' });
    await holder.kill();
    expect(await readdir(join(dataDir, '.lock'))).toHaveLength(1);
    const database = await open(dataDir);
    expect(await readdir(join(dataDir, '.lock'))).toHaveLength(1);
    await database.close();
    expect(await readdir(join(dataDir, '.lock'))).toEqual([]);
  });

  it('is got by exactly one of many who want it at once', async () => {
    const dataDir = join(root, 'raced');
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, () => lockDataDir(dataDir)),
      );
      const held = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(held).toHaveLength(1);
      await held[0]?.[Symbol.asyncDispose]();
    }
  });

  it('holds for a path that is too long for a socket', async () => {
    const dataDir = join(root, 'long'.repeat(40), 'data');
    const lock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'data.locked' });
    await lock[Symbol.asyncDispose]();
    await using _ = await lockDataDir(dataDir);
  });
});

describe('a data folder', () => {
  it('says its version, and keeps what was acknowledged when its process is killed', async () => {
    const dataDir = await used('kept');
    const writer = await spawnHolder(dataDir, 'write');
    while ((await writer.line()) !== '200') continue;
    await writer.kill();
    const acknowledged = Number(writer.lines.at(-1));
    const version: unknown = JSON.parse(await readFile(join(dataDir, 'VERSION'), 'utf8'));
    const database = await open(dataDir);
    const { rows } = await database.pool.query<{ n: string; max: number; major: string }>(
      `SELECT count(*) AS n, max(id), current_setting('server_version_num') AS major FROM kept`,
    );
    expect(version).toEqual({
      format: 1,
      postgres: Math.floor(Number(rows[0]?.major) / 10_000),
      state: 'ready',
    });
    expect(Number(rows[0]?.n)).toBe(rows[0]?.max);
    // One more may have been committed before it could be said.
    expect([acknowledged, acknowledged + 1]).toContain(rows[0]?.max);
    await database.close();
  });

  it('whose first start was killed half-way is begun anew', async () => {
    const dataDir = join(root, 'half');
    const starter = await spawnHolder(dataDir);
    await starter.line();
    while (!(await readdir(join(dataDir, 'pg')).catch((): string[] => [])).includes('base')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await starter.kill();
    expect(await readFile(join(dataDir, 'VERSION'), 'utf8')).toContain('initialising');
    const database = await open(dataDir);
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(await readFile(join(dataDir, 'VERSION'), 'utf8')).toContain('ready');
  });

  it('is made by PGlite itself where Postgres refuses the files that come with it', async () => {
    const dataDir = join(root, 'refused');
    await mkdir(dataDir);
    const pglite = await openDataDir(dataDir, () => Promise.resolve(new Blob(['no archive'])));
    expect((await pglite.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pglite.close();
    expect(await readFile(join(dataDir, 'VERSION'), 'utf8')).toContain('ready');
  });

  it.each([
    ['a newer format', '{"format":2,"postgres":18,"state":"ready"}'],
    ['another Postgres', '{"format":1,"postgres":17,"state":"ready"}'],
    ['no version at all', 'what?'],
  ])('of %s is refused and not touched', async (name, version) => {
    const dataDir = join(root, name.replaceAll(' ', '-'));
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'VERSION'), version);
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'data.version-unknown' });
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'data.version-unknown' });
    expect(await readdir(dataDir)).toEqual(['VERSION']);
  });

  it('that holds other things is refused and not touched; an admin key and logs are ours', async () => {
    const dataDir = join(root, 'foreign');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'admin.key'), 'k');
    await mkdir(join(dataDir, 'logs'));
    await (await lockDataDir(dataDir))[Symbol.asyncDispose]();
    await writeFile(join(dataDir, 'thesis.doc'), 'mine');
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'data.folder-not-ours',
      message: expect.stringContaining('thesis.doc'),
    });
    await expect(open(join(dataDir, 'thesis.doc'))).rejects.toMatchObject({
      code: 'data.not-a-folder',
    });
  });

  it.each(['global/pg_control', 'PG_VERSION'])(
    'whose database lost its file %s is refused with a reason, and not begun anew',
    async (lost) => {
      const dataDir = await used(`without-${lost.replaceAll('/', '-')}`);
      await rm(join(dataDir, 'pg', lost));
      const left = await readdir(join(dataDir, 'pg'), { recursive: true });
      await expect(open(dataDir)).rejects.toMatchObject({
        code: 'data.database-broken',
        message: expect.stringContaining(dataDir),
      });
      const now = await readdir(join(dataDir, 'pg'), { recursive: true });
      expect(left.filter((name) => !now.includes(name))).toEqual([]);
      expect(now).not.toContain(lost);
    },
  );

  it('is opened under a lock that its owner holds already, and leaves it held', async () => {
    const dataDir = await used('given');
    await using lock = await lockDataDir(dataDir);
    const database = await openDatabase({ kind: 'embedded', dataDir, lock });
    await database.close();
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'data.locked' });
  });
});

it('says that a database cannot be reached, and how that may be mended', async () => {
  const nobody = { kind: 'postgres', url: 'postgres://u:secret@127.0.0.1:1/none' } as const;
  await expect(openDatabase(nobody)).rejects.toMatchObject({
    code: 'database.unreachable',
    message: expect.not.stringContaining('secret'),
  });
  await expect(openDatabase({ kind: 'postgres', url: 'mysql://x' })).rejects.toMatchObject({
    code: 'database.url-invalid',
  });
});
