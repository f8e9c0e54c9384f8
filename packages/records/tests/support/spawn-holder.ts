import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleProgram } from '../../src/testing.ts';

export interface Holder {
  /** The next line that it says. */
  line(): Promise<string>;
  /** Every line so far, those included that were not asked for. */
  readonly lines: string[];
  kill(): Promise<void>;
}

/** A process that opens the data folder; see hold-database.ts. */
export async function spawnHolder(
  dataDir: string,
  what: 'hold' | 'write' = 'hold',
): Promise<Holder> {
  const program = await bundleProgram(join(import.meta.dirname, 'hold-database.ts'));
  const child: ChildProcess = spawn(process.execPath, [program, dataDir, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
