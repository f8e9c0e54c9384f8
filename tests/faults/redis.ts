import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Redis {
  port: number;
  command(...words: string[]): Promise<string>;
  kill(): Promise<void>;
  /** On the same data, after `kill`. */
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Its data as they are on the disk now. */
  snapshot(): Promise<string>;
  /** Killed at once, and started again on a snapshot, or on nothing. */
  failOver(snapshot: string | null): Promise<void>;
  stop(): Promise<void>;
}

/** A server that writes down what it does each second, as that of the compose file. */
export async function startDurableRedis(port: number): Promise<Redis> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-faults-redis-'));
  const data = join(folder, 'data');
  await cp(await mkdtemp(join(folder, 'none-')), data, { recursive: true });
  let copies = 0;
  let child = await startServer(port, data);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    port,
    command: (...words) => ask(port, words),
    kill,
    async start() {
      child = await startServer(port, data);
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async snapshot() {
      const copy = join(folder, `copy-${(copies += 1)}`);
      await cp(data, copy, { recursive: true });
      return copy;
    },
    async failOver(snapshot) {
      await kill();
      await rm(data, { recursive: true });
      await cp(snapshot ?? (await mkdtemp(join(folder, 'none-'))), data, { recursive: true });
      child = await startServer(port, data);
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(port: number, dir: string): Promise<ChildProcess> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec'];
  const policy = ['--maxmemory-policy', 'noeviction'];
  const child = spawn('redis-server', [...flags, ...durable, ...policy], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('redis-server ended at once')));
    lines.on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  return child;
}

async function ask(port: number, words: readonly string[]): Promise<string> {
  const child = spawn('redis-cli', ['-p', String(port), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`redis-cli ${words.join(' ')} ended with ${code}`);
  return said.trim();
}
