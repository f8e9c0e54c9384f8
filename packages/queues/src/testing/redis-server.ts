import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import getPort from 'get-port';

export interface TlsFiles {
  certificate: string;
  key: string;
  authority: string;
}

export interface RedisServer {
  url: string;
  stop(): Promise<void>;
}

/** Why there is no Redis to test with; null when there is one. */
export function redisMissing(): Promise<string | null> {
  return new Promise((resolve) => {
    const asked = spawn('redis-server', ['--version'], { stdio: 'ignore' });
    asked.once('error', () => resolve('redis-server is not on the PATH'));
    asked.once('close', () => resolve(null));
  });
}

/**
 * A server of its own for this test file, on a free port, which writes nothing down.
 * @param tls takes no other connections then
 */
export async function startRedis(tls?: TlsFiles): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-redis-'));
  const port = await getPort({ host: '127.0.0.1' });
  const child = spawn(
    'redis-server',
    ['--bind', '127.0.0.1', '--save', '', '--dir', folder, ...listening(port, tls)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  await Promise.race([
    ready,
    ended.then(() => Promise.reject(new Error('redis-server ended at once'))),
  ]);
  return {
    url: `${tls === undefined ? 'redis' : 'rediss'}://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listening(port: number, tls: TlsFiles | undefined): string[] {
  if (tls === undefined) return ['--port', String(port)];
  return [
    '--port',
    '0',
    '--tls-port',
    String(port),
    '--tls-auth-clients',
    'no',
    '--tls-cert-file',
    tls.certificate,
    '--tls-key-file',
    tls.key,
    '--tls-ca-cert-file',
    tls.authority,
  ];
}
