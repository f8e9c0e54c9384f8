import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../src/index.ts';
import { findServer, serverUrl } from '../src/server/find-server.ts';
import { openFakeApi, problem, type Route } from './support/fake-api.ts';
import { run } from './support/run.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cli-root-'));
  await mkdir(join(root, '.personate'));
  await writeFile(join(root, '.personate/admin.key'), 'admin_of_the_folder\n', { mode: 0o600 });
});
afterAll(() => rm(root, { recursive: true }));

const find = (env: Record<string, string>, url?: string, cwd = '/nowhere') =>
  findServer({ settings: readSettings(env), cwd, root }, url);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  );

describe('the server', () => {
  it('is the one on this machine, with the key of its data folder', async () => {
    const keyFrom = join(root, '.personate/admin.key');
    const found = { baseUrl: 'http://127.0.0.1:8787', apiKey: 'admin_of_the_folder', keyFrom };
    expect(await find({})).toEqual(found);
    expect(await find({}, undefined, root)).toEqual(found);
  });

  it.each([
    [{ PERSONATE_PORT: '9000' }, 'http://127.0.0.1:9000'],
    [{ PERSONATE_HOST: '0.0.0.0' }, 'http://127.0.0.1:8787'],
    [{ PERSONATE_HOST: '::' }, 'http://[::1]:8787'],
    [{ PERSONATE_HOST: '192.0.2.1' }, 'http://192.0.2.1:8787'],
    [{ PERSONATE_URL: 'http://localhost:9000/', PERSONATE_PORT: '1' }, 'http://localhost:9000'],
  ])('with %j is at %s', async (env, address) => {
    const around = { settings: readSettings(env), cwd: '/nowhere', root: '/nowhere' };
    expect(await serverUrl(around, undefined)).toBe(address);
  });

  it('that runs on the data folder is found on any port, with the key of that folder', async () => {
    const dataDir = join(root, 'running');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'admin.key'), 'admin_of_another\n');
    const say = (server: unknown) =>
      writeFile(join(dataDir, 'server.json'), JSON.stringify(server));
    const env = { PERSONATE_DATA_DIR: dataDir };
    await say({ url: 'http://127.0.0.1:9123', pid: process.pid });
    expect(await find(env)).toMatchObject({
      baseUrl: 'http://127.0.0.1:9123',
      apiKey: 'admin_of_another',
    });
    expect(await find({ ...env, PERSONATE_PORT: '9000' })).toMatchObject({
      baseUrl: 'http://127.0.0.1:9123',
    });
    const named = await find({ ...env, PERSONATE_URL: 'http://localhost:9200' });
    expect(named.baseUrl).toBe('http://localhost:9200');
    // A process number that no system gives out: the one that wrote the file is gone.
    await say({ url: 'http://127.0.0.1:9123', pid: 2 ** 30 });
    expect((await find(env)).baseUrl).toBe('http://127.0.0.1:8787');
    await say('half of it');
    expect((await find(env)).baseUrl).toBe('http://127.0.0.1:8787');
  });

  it('on a port of its own choice has to be named', async () => {
    expect(await codeOf(find({ PERSONATE_PORT: '0' }))).toBe('cli.no-address');
  });

  it('takes the key that is set before the folder’s', async () => {
    const env = { PERSONATE_API_KEY: 'mine', PERSONATE_ADMIN_KEY: 'its-own-admin-key' };
    expect(await find(env)).toMatchObject({ apiKey: 'mine', keyFrom: 'PERSONATE_API_KEY' });
    const admin = await find({ PERSONATE_ADMIN_KEY: 'its-own-admin-key' });
    expect(admin.keyFrom).toBe('PERSONATE_ADMIN_KEY');
  });

  it.each(['http://example.org', 'http://127.0.0.1.example.org', 'https://localhost.evil.example'])(
    'at %s, on another machine, is never sent this machine’s key',
    async (url) => {
      expect(await codeOf(find({}, url))).toBe('cli.no-key');
      expect(await codeOf(find({ PERSONATE_URL: url }))).toBe('cli.no-key');
      expect(await codeOf(find({ PERSONATE_ADMIN_KEY: 'x'.repeat(20) }, url))).toBe('cli.no-key');
      expect(await find({ PERSONATE_API_KEY: 'mine' }, url)).toMatchObject({ apiKey: 'mine' });
    },
  );

  it('is not asked with what no request can hold: that is said, and the password is not', async () => {
    for (const key of ['a\nb', 'ключ', ' '])
      expect(await codeOf(find({ PERSONATE_API_KEY: key }))).toBe('cli.key-invalid');
    expect(await find({ PERSONATE_API_KEY: ' abc\n' })).toMatchObject({ apiKey: 'abc' });
    const url = 'http://ann:secret@localhost:9000';
    for (const argv of [['status'], ['--url', url, 'status']]) {
      const ran = await run(argv, { url });
      expect(ran).toMatchObject({ exitCode: 2, err: expect.stringContaining('localhost:9000') });
      expect(ran.err).not.toContain('secret');
    }
  });

  it('that does not know the key is told with the variable that the key was taken from', async () => {
    const refuse: Route = (_, response) =>
      problem(response, 401, 'key.invalid', 'The key is not valid.');
    await using api = await openFakeApi({ 'GET /v1/personas': refuse });
    const env = { PERSONATE_API_KEY: 'not-a-key', PERSONATE_URL: api.url };
    const ran = await run(['persona', 'list'], { env });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('does not know the key that PERSONATE_API_KEY holds');
    expect(ran.err).toContain('unset it');
    expect(ran.err).not.toContain('not-a-key');
  });

  it('without any key says where one was looked for, and how to get one', async () => {
    const ran = await run(['status'], {
      env: { PERSONATE_API_KEY: '' },
      cwd: '/here',
      root: '/repo',
    });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('/here/.personate/admin.key or /repo/.personate/admin.key');
    expect(ran.err).toContain('npm start');
  });

  it('whose key another user owns says so', async () => {
    if (process.getuid?.() === 0) return;
    const dataDir = join(root, 'locked');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'admin.key'), 'x');
    await chmod(join(dataDir, 'admin.key'), 0);
    expect(await codeOf(find({ PERSONATE_DATA_DIR: dataDir }))).toBe('cli.key-unreadable');
  });
});

describe('a setting', () => {
  it.each([{ PERSONATE_PORT: 'x' }, { PERSONATE_PORT: '70000' }, { PERSONATE_URL: 'ftp://x' }])(
    '%j that cannot be is refused by name',
    (env) => {
      expect(() => readSettings(env)).toThrow(Object.keys(env)[0]);
    },
  );

  it('that is empty counts as absent', () => {
    expect(readSettings({ PERSONATE_PORT: '', PERSONATE_URL: '' })).toEqual(readSettings({}));
  });
});
