import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Io } from '../io.ts';

/**
 * Runs a program of the repository with Node to its end; Ctrl-C is passed on. Its standard error is ours.
 * @returns its standard output as JSON; null where it is none.
 */
export async function runProgram(
  io: Pick<Io, 'stderr' | 'interrupts'>,
  args: readonly string[],
): Promise<{ told: unknown }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const unsubscribe = io.interrupts.subscribe(() => child.kill('SIGINT'));
  const ended = once(child, 'close');
  createInterface({ input: child.stderr }).on('line', (line) => io.stderr.write(`${line}\n`));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    await ended;
  } finally {
    unsubscribe();
  }
  try {
    return { told: JSON.parse(said) as unknown };
  } catch {
    return { told: null };
  }
}
