import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { untilInterrupted } from '../upload/until-interrupted.ts';

const stopped = { message: 'Stopped; no file was written.', fix: 'Run the same command again.' };

/**
 * Writes a download to a file, whole or not at all: it gets its name once it is there. Ctrl-C leaves nothing behind.
 * @throws CliError `cli.file-unwritable`, `cli.interrupted`. @returns how many bytes.
 */
export async function writeFile(
  io: Pick<Io, 'cwd' | 'interrupts'>,
  path: string,
  content: (signal: AbortSignal) => AsyncIterable<Uint8Array>,
): Promise<number> {
  const named = resolve(io.cwd, path);
  // Through a link, as the shell writes: what is there stays a link.
  const target = await realpath(named).catch(() => named);
  const found = await stat(target).catch(() => null);
  const isDevice = found !== null && !found.isFile() && !found.isDirectory();
  // A device or a pipe takes it as it comes: a file put in the place of /dev/null would be there for everybody. Of its
  // own name: another run may be writing the same file.
  const part = isDevice ? target : `${target}.${randomUUID().slice(0, 8)}.part`;
  let size = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      done(null, piece);
    },
  });
  try {
    await untilInterrupted(io, stopped, (signal) =>
      // Readable by this user alone: it may be somebody's life.
      pipeline(Readable.from(content(signal)), counted, createWriteStream(part, { mode: 0o600 }), {
        signal,
      }),
    );
    if (!isDevice) await rename(part, target);
    return size;
  } catch (error) {
    if (!isDevice) await rm(part, { force: true }).catch(() => undefined);
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
