import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Holder {
  /** The next line that it says. */
  line(): Promise<string>;
  /** Every line so far, those included that were not asked for. */
  readonly lines: string[];
  kill(): Promise<void>;
}

/** A process that opens the data folder; see hold-database.ts. */
export function spawnHolder(dataDir: string, what: 'hold' | 'write' = 'hold'): Holder {
  const script = fileURLToPath(new URL('hold-database.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=@personate/source', '--import', 'tsx', script, dataDir, what],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout ?? process.stdin });
  reader.on('line', (line) => lines.push(line));
  let read = 0;
  return {
    lines,
    async line() {
      while (lines.length === read) {
        await Promise.race([new Promise((resolve) => reader.once('line', resolve)), ended]);
        if (lines.length === read && child.exitCode !== null) throw new Error('it ended');
      }
      read += 1;
      return lines[read - 1] ?? '';
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
