import { constants, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { FolderEntry } from './list-folder.ts';

/**
 * Writes the files into a zip, one open at a time.
 * @param onFile told how many have been read so far.
 */
export async function zipFolder(
  input: { folder: string; files: readonly FolderEntry[]; target: string },
  options: { signal: AbortSignal; onFile?: (done: number) => void },
): Promise<void> {
  const { folder, files, target } = input;
  options.signal.throwIfAborted();
  const zip = new ZipFile();
  let read = 0;
  for (const file of files) {
    zip.addReadStreamLazy(
      file.path,
      { mtime: file.modifiedAt, mode: 0o100644, compress: !file.media },
      (give) => {
        const contents = file.media ? Promise.resolve(Readable.from([])) : contentsOf(folder, file);
        contents.then(
          (stream) => {
            stream.once('end', () => options.onFile?.((read += 1)));
            give(null, addAbortSignal(options.signal, stream));
          },
          (error: unknown) => give(error, Readable.from([])),
        );
      },
    );
  }
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  zip.end();
  await Promise.race([
    pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 }), {
      signal: options.signal,
    }),
    failed,
  ]);
}

/** At most as much as was listed: a file that grows meanwhile is cut there. */
async function contentsOf(folder: string, file: FolderEntry): Promise<Readable> {
  // A file may have become a link since it was listed.
  const handle = await open(join(folder, file.path), constants.O_RDONLY | constants.O_NOFOLLOW);
  if (file.sizeBytes === 0) {
    await handle.close();
    return Readable.from([]);
  }
  return handle.createReadStream({ end: file.sizeBytes - 1 });
}
