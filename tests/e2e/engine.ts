import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..');
const outputBytesMost = 64 * 1024 ** 2;

/** `docker`, with a bound; rejects with what it said when it fails. @returns what it printed. */
export async function docker(
  args: readonly string[],
  options: {
    timeoutMs?: number;
    env?: Record<string, string>;
    /** Also what it printed to the standard error, as the containers do. */
    both?: boolean;
  } = {},
): Promise<string> {
  const { stdout, stderr } = await run('docker', [...args], {
    cwd: root,
    timeout: options.timeoutMs ?? 60_000,
    maxBuffer: outputBytesMost,
    env: { ...process.env, ...options.env },
  });
  return options.both === true ? stdout + stderr : stdout;
}

/** One of `scripts/`, with a bound; rejects with what it said when it fails. */
export async function runScript(
  name: string,
  args: readonly string[],
  { timeoutMs, env }: { timeoutMs: number; env: Record<string, string> },
): Promise<string> {
  const options = { cwd: root, timeout: timeoutMs, env: { ...process.env, ...env } };
  return (await run(resolve(root, 'scripts', name), [...args], options)).stderr;
}

/** Why no cluster can be brought up here; null when one can. */
export async function engineMissing(): Promise<string | null> {
  const works = (args: string[]) =>
    docker(args, { timeoutMs: 20_000 }).then(
      () => true,
      () => false,
    );
  if (!(await works(['info']))) return 'no Docker engine answers (`docker info`)';
  if (!(await works(['compose', 'version']))) return 'there is no `docker compose`';
  return null;
}

/** Whether the image is here or can be had. */
export async function hasImage(image: string): Promise<boolean> {
  const had = async (args: string[], timeoutMs: number) =>
    docker(args, { timeoutMs }).then(
      () => true,
      () => false,
    );
  return (
    (await had(['image', 'inspect', image], 20_000)) || (await had(['pull', '-q', image], 600_000))
  );
}
