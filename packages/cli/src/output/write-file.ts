import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli-error.ts';

/**
 * Writes a download to a file, whole or not at all: it gets its name once it is there.
 * @param onPiece sees the bytes go by.
 * @throws CliError `cli.file-unwritable`. @returns how many bytes.
 */
export async function writeFile(
  cwd: string,
  path: string,
  content: AsyncIterable<Uint8Array>,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<number> {
  const target = resolve(cwd, path);
  const part = `${target}.part`;
  let size = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      onPiece(piece);
      done(null, piece);
    },
  });
  try {
    // Readable by this user alone: it may be somebody's life.
    await pipeline(Readable.from(content), counted, createWriteStream(part, { mode: 0o600 }));
    await rename(part, target);
    return size;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const ours = ['ENOENT', 'EACCES', 'EISDIR', 'EROFS', 'ENOSPC', 'EPERM', 'ENOTDIR'];
  if (typeof code !== 'string' || !ours.includes(code)) return error;
  return new CliError('cli.file-unwritable', `"${path}" cannot be written (${code}).`, {
    fix: 'Name a place that exists, has room and that you may write to.',
    cause: error,
  });
}
