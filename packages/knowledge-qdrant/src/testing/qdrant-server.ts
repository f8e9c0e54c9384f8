import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import getPort from 'get-port';

export interface QdrantServer {
  url: string;
  apiKey: string;
}

/** One that this test started, and may stop in any way. */
export interface OwnQdrantServer extends QdrantServer {
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Goes on with the same data, at the same address. */
  start(): Promise<void>;
  /** Stands still: connections are taken, nothing is answered. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

const { env } = process;

/** Why there is no Qdrant to test with; null when there is one. */
export function qdrantMissing(): string | null {
  if (env['PERSONATE_TEST_QDRANT_URL'] || binary() !== null) return null;
  return 'set PERSONATE_TEST_QDRANT_URL (and _API_KEY), or put a `qdrant` on the PATH (or PERSONATE_TEST_QDRANT_BIN)';
}

/** Why there is no Qdrant that a test may kill. */
export function qdrantBinaryMissing(): string | null {
  return binary() === null
    ? 'put a `qdrant` on the PATH, or name it in PERSONATE_TEST_QDRANT_BIN'
    : null;
}

/** The one that is set, else one of our own. */
export async function openQdrant(): Promise<QdrantServer & { stop(): Promise<void> }> {
  const url = env['PERSONATE_TEST_QDRANT_URL'];
  if (!url) return startQdrant();
  return {
    url,
    apiKey: env['PERSONATE_TEST_QDRANT_API_KEY'] ?? '',
    stop: async () => undefined,
  };
}

/** On free loopback ports, in a folder that is gone with it, with tokens for single collections switched on. */
export async function startQdrant(
  /** Of Qdrant's environment; null takes one away that is set here. */
  settings: Record<string, string | null> = {},
): Promise<OwnQdrantServer> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-qdrant-'));
  const apiKey = randomBytes(24).toString('hex');
  const [http, grpc] = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })];
  let child: ChildProcess;
  let ended: Promise<void>;
  const server: OwnQdrantServer = {
    url: `${settings['QDRANT__SERVICE__ENABLE_TLS'] === 'true' ? 'https' : 'http'}://127.0.0.1:${http}`,
    apiKey,
    async start() {
      child = spawn(binary() ?? '', [], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: withoutNull({
          PATH: env['PATH'],
          QDRANT__SERVICE__HOST: '127.0.0.1',
          QDRANT__SERVICE__HTTP_PORT: String(http),
          QDRANT__SERVICE__GRPC_PORT: String(grpc),
          QDRANT__SERVICE__API_KEY: apiKey,
          QDRANT__SERVICE__JWT_RBAC: 'true',
          QDRANT__STORAGE__STORAGE_PATH: join(folder, 'storage'),
          QDRANT__STORAGE__SNAPSHOTS_PATH: join(folder, 'snapshots'),
          QDRANT__TELEMETRY_DISABLED: 'true',
          ...settings,
        }),
      });
      ended = new Promise((resolve) => child.once('close', () => resolve()));
      await Promise.race([
        listening(child),
        ended.then(() => Promise.reject(new Error('qdrant ended at once'))),
      ]);
    },
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function withoutNull(variables: Record<string, string | null | undefined>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('HTTP listening')) resolve();
    });
  });
}

function binary(): string | null {
  const named = env['PERSONATE_TEST_QDRANT_BIN'];
  const places = (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'qdrant'));
  return (named ? [named] : places).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
