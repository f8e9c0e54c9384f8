import { execFile, spawn, type SpawnOptions } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

const run = promisify(execFile);
/** Where Debian and Ubuntu keep the server's programs, a folder for each version. */
const versions = '/usr/lib/postgresql';

/** Why there is no Postgres to test with; null when there is one. */
export async function postgresMissing(): Promise<string | null> {
  if ((await binaries()) === null) return `no Postgres below ${versions}`;
  if ((await account()) === 'none')
    return 'root may not run Postgres, and there is no user postgres';
  return null;
}

/** A server of its own for this test file, on a free port, with a new and empty database. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = (await binaries()) ?? '';
  const user = await account();
  const as: SpawnOptions = typeof user === 'object' ? user : {};
  const folder = await mkdtemp(join(tmpdir(), 'personate-postgres-'));
  if (typeof user === 'object') await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const flags = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'];
  await run(join(bin, 'initdb'), flags, { ...as, cwd: folder } as object);
  const port = await freePort();
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-F'],
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then(() => Promise.reject(new Error('postgres ended at once'))),
  ]);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The newest version's folder of programs. */
async function binaries(): Promise<string | null> {
  const found = await readdir(versions).catch((): string[] => []);
  const newest = found
    .filter((name) => /^\d+$/.test(name))
    .toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(versions, newest, 'bin');
}

/** Postgres refuses to run as root: its own user then, if there is one. */
async function account(): Promise<'self' | 'none' | { uid: number; gid: number }> {
  if (process.getuid?.() !== 0) return 'self';
  try {
    const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
    const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
    return { uid: uid ?? 0, gid: gid ?? 0 };
  } catch {
    return 'none';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
