import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { postgresAccount, postgresPrograms } from './find-postgres.ts';
import getPort from 'get-port';

const run = promisify(execFile);
const initMs = 60_000;
const startMs = 60_000;

/** A server of its own on a free port of this machine, on a folder that goes with it. */
export interface PostgresServer {
  /** Of a superuser. */
  readonly url: string;
  /** As the power would go: at once, without a word to its clients. */
  kill(): Promise<void>;
  /** On the same data and the same port, after `kill`. */
  start(): Promise<void>;
  /** It stands still, and all that work for it: connections stay, nothing is answered. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** A standby becomes a primary. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param settings of the server, as in its configuration file
 * @param follows a running server, whose standby the new one is
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  follows?: Pick<PostgresServer, 'url'>,
): Promise<PostgresServer> {
  const bin = (await postgresPrograms()) ?? '';
  const user = await postgresAccount();
  const folder = await mkdtemp(join(tmpdir(), 'personate-postgres-'));
  const data = join(folder, 'data');
  const as: SpawnOptions = { cwd: folder, ...(typeof user === 'object' ? user : {}) };
  if (typeof user === 'object') await chown(folder, user.uid, user.gid);
  const call = (program: string, flags: string[]) =>
    run(join(bin, program), ['-D', data, ...flags], { ...as, timeout: initMs } as object);
  if (follows === undefined)
    await call('initdb', ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync']);
  else await call('pg_basebackup', ['-R', '-c', 'fast', '--no-sync', '-d', follows.url]);
  const port = await getPort({ host: '127.0.0.1' });
  const given = Object.entries({
    listen_addresses: '127.0.0.1',
    // What a killed one leaves goes with its folder.
    dynamic_shared_memory_type: 'mmap',
    ...settings,
  });
  const start = (): Promise<ChildProcess> =>
    startServer(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, '-F', ...given.flatMap(toFlag)],
      as,
    );
  let child = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill(signal);
    await ended;
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => end('SIGKILL'),
    async start() {
      child = await start();
    },
    // The first one stops first, so that it begets none meanwhile.
    freeze: async () => {
      child.kill('SIGSTOP');
      for (const pid of await childrenOf(child)) process.kill(pid, 'SIGSTOP');
    },
    thaw: async () => {
      for (const pid of await childrenOf(child)) process.kill(pid, 'SIGCONT');
      child.kill('SIGCONT');
    },
    promote: async () => void (await call('pg_ctl', ['promote', '-w'])),
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each is a session of its own, so that no signal to a group reaches them. */
async function childrenOf(child: ChildProcess): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return parent === child.pid && pid !== undefined ? [pid] : [];
  });
}

const toFlag = ([name, value]: [string, string]): string[] => ['-c', `${name}=${value}`];

async function startServer(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<ChildProcess> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const failed = (why: string): Error =>
    new Error(`postgres ${why}: ${said.slice(-3).join(' | ')}`);
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(failed(`was not ready in ${startMs} ms`)), startMs);
      child.once('error', reject);
      child.once('close', () => reject(failed('ended at once')));
      // Read to the end of its life: a full pipe would stop it.
      createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
        said.push(line);
        if (said.length > 20) said.shift();
        if (/ready to accept (read-only )?connections/.test(line)) resolve();
      });
    });
    return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
