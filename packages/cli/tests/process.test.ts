import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFakeApi } from './support/fake-api.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const bin = fileURLToPath(new URL('../bin/personate.mjs', import.meta.url));
const fromSource = ['--conditions=@personate/source', '--import', import.meta.resolve('tsx')];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-process-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function node(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const read = async (stream: AsyncIterable<Buffer>) => {
    const pieces: string[] = [];
    for await (const piece of stream) pieces.push(piece.toString('utf8'));
    return pieces.join('');
  };
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)]);
  return { exitCode: await ended, out, err };
}

describe('the process', () => {
  it('takes its settings from .env, what the shell says first', async () => {
    await using api = await openFakeApi();
    await writeFile(
      join(folder, '.env'),
      `PERSONATE_URL=http://127.0.0.1:1\nPERSONATE_API_KEY=of-the-file\n`,
    );
    const ran = await node([...fromSource, main, 'keys', 'list'], { PERSONATE_URL: api.url });
    expect(ran).toMatchObject({ exitCode: 0, err: '' });
    expect(api.seen[0]?.authorization).toBe('Bearer of-the-file');
  });

  it('tells a setting that cannot be as JSON too', async () => {
    const argv = [...fromSource, main, 'status', '--json'];
    const ran = await node(argv, { PERSONATE_PORT: 'x' });
    expect(ran.exitCode).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'cli.setting-invalid' } });
    expect(ran.err).toContain('PERSONATE_PORT');
  });
});

describe('the command before anything is built', () => {
  it('says what to run first', async () => {
    await mkdir(join(folder, 'bin'));
    await copyFile(bin, join(folder, 'bin/personate.mjs'));
    const ran = await node([join(folder, 'bin/personate.mjs'), 'status']);
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
    expect(ran.err).toContain('npm start');
    expect(ran.err).toContain('npm run build');
  });
});
