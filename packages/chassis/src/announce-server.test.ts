import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announceServer } from './announce-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'announce-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('says where this process answers, to its owner alone, and takes it back', async () => {
  const takeBack = await announceServer(folder, 'http://127.0.0.1:9001');
  const file = join(folder, 'server.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    url: 'http://127.0.0.1:9001',
    pid: process.pid,
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await takeBack();
  expect(await readdir(folder)).toEqual([]);
});

it('leaves what another process has said since', async () => {
  const takeBack = await announceServer(folder, 'http://127.0.0.1:9001');
  const file = join(folder, 'server.json');
  const other = JSON.stringify({ url: 'http://127.0.0.1:9002', pid: process.pid + 1 });
  await writeFile(file, other);
  await takeBack();
  expect(await readFile(file, 'utf8')).toBe(other);
});
