import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually, Hopeless } from '../harness/eventually.ts';

const root = resolve(import.meta.dirname, '..', '..');
/** As containers are: killed when they have not ended by then. */
const endMs = 30_000;
const startMs = 120_000;
const keptOutput = 200_000;

/** A service as a process of this machine; after an end or a kill it can be started again. */
export class MemberProcess {
  readonly #options: {
    name: string;
    file: string;
    readyUrl: string;
    env: () => Record<string, string>;
  };
  #child: ChildProcess | undefined;
  #output = '';

  constructor(options: {
    name: string;
    /** Below the repository's root. */
    file: string;
    readyUrl: string;
    /** Asked at each start. */
    env: () => Record<string, string>;
  }) {
    this.#options = options;
  }

  get output(): string {
    return this.#output;
  }

  /** Resolves once it says that it is ready. */
  async start(): Promise<void> {
    const { name, file, readyUrl, env } = this.#options;
    const child = spawnService(file, env());
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#output = `${this.#output}${chunk.toString()}`.slice(-keptOutput);
    });
    await eventually(`${name} is ready`, startMs, async () => {
      if (hasEnded(child)) throw new Hopeless(`${name} ended: ${this.#output.slice(-500)}`);
      const response = await fetch(readyUrl, { signal: AbortSignal.timeout(5_000) });
      return response.ok || undefined;
    });
  }

  /** @throws when it had to be killed. */
  async end(): Promise<void> {
    const child = this.#child;
    if (child === undefined || hasEnded(child)) return;
    const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
    const [code, signal] = await exited;
    clearTimeout(timer);
    if (code !== 0)
      throw new Error(
        `${this.#options.name} was told to end, and ended with ${code ?? signal}: ${this.#output.slice(-500)}`,
      );
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || hasEnded(child)) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** Stands still: its connections stay, nothing is answered. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }
}

/** What `npm run build` made of it; no setting of the shell reaches it. */
export function spawnService(file: string, env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const { NODE_FLAGS = '', ...settings } = env;
  return spawn(process.execPath, [...NODE_FLAGS.split(' ').filter(Boolean), file], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, HOME, PERSONATE_HOST: '127.0.0.1', ...settings },
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
