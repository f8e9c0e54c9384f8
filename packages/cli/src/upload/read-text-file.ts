import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, usageError } from '../cli-error.ts';
import type { Io } from '../io.ts';

/** As much as the server takes for a persona. */
const mostBytes = 8 * 1024 * 1024;

/** A small text file, or standard input for `-`. @throws CliError `cli.file-*`. */
export async function readTextFile(io: Pick<Io, 'stdin' | 'cwd'>, path: string): Promise<string> {
  if (path === '-') return readInput(io.stdin);
  const file = resolve(io.cwd, path);
  try {
    const found = await stat(file);
    if (!found.isFile()) throw usageError(`"${path}" is no file.`, 'Name a YAML file.');
    if (found.size > mostBytes) throw tooLarge(path);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw unreadable(path, error);
  }
}

async function readInput(stdin: Io['stdin']): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stdin) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    if (size > mostBytes) throw tooLarge('standard input');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

export function unreadable(path: string, error: unknown): CliError {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new CliError('cli.file-missing', `There is nothing at "${path}".`, {
        fix: 'Check the path; quote it if it holds spaces.',
        cause: error,
      })
    : new CliError('cli.file-unreadable', `"${path}" cannot be read (${code ?? 'unknown'}).`, {
        fix: 'Give yourself the right to read it.',
        cause: error,
      });
}

function tooLarge(name: string): CliError {
  return new CliError('cli.file-too-large', `${name} is larger than 8 MB.`, {
    fix: 'A persona is smaller than that: name its YAML; texts belong into `personate ingest`.',
  });
}
