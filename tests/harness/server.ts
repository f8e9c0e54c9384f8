import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleProgram } from '@personate/records/testing';
import { openHttpClient, type HttpClient } from '@personate/test-cluster/http';

const root = resolve(import.meta.dirname, '..', '..');

export interface Server extends HttpClient {
  url: string;
  key: string;
  process: ChildProcess;
  /** Everything it printed. */
  output(): string;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
  /** SIGTERM; rejects when it does not end within the bound. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  dataDir: string;
  env?: Record<string, string>;
  /** Until it says that it is ready. */
  startMs?: number;
  /** What `npm run build` made, instead of the source: what users run, and what is worth measuring. */
  built?: boolean;
}

/** The all-in-one form as a process of its own, on a free port. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const program = options.built
    ? 'services/all-in-one/dist/start/main.js'
    : await bundleProgram(join(root, 'services/all-in-one/src/main.ts'));
  const child = spawn(process.execPath, [program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutSettings(process.env),
      PERSONATE_DATA_DIR: options.dataDir,
      PERSONATE_PORT: '0',
      ...options.env,
    },
  });
  let output = '';
  const ready = new Promise<string>((resolveUrl, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`not ready in time; it said:\n${output}`));
    }, options.startMs ?? 60_000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /Console\s+(http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (url !== undefined) {
        clearTimeout(timer);
        resolveUrl(url);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code ?? signal} before it was ready; it said:\n${output}`));
    });
  });
  const url = await ready;
  const key =
    options.env?.['PERSONATE_ADMIN_KEY'] ??
    (await readFile(join(options.dataDir, 'admin.key'), 'utf8')).trim();
  const exited = once(child, 'exit');

  return {
    url,
    key,
    process: child,
    output: () => output,
    ...openHttpClient(url, key),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const [code, signal] = (await exited) as [number | null, string | null];
      clearTimeout(timer);
      if (code !== 0) throw new Error(`stopped with ${code ?? signal}; it said:\n${output}`);
    },
  };
}

/** Settings of the shell that runs the tests must not reach what they start. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(PERSONATE_|OPENAI_|OTEL_)/.test(name)),
  );
}
