import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { CliError, usageError } from '../cli-error.ts';
import { formatBytes } from '../output/format.ts';
import { listFolder, type Listing } from './list-folder.ts';
import { unreadable } from './read-text-file.ts';
import { zipFolder } from './zip-folder.ts';

export interface Upload extends AsyncDisposable {
  file: Blob;
  fileName: string;
  /** Of a folder: what was found in it. */
  listing: Listing | null;
}

export interface OpenUploadInput {
  path: string;
  cwd: string;
  /** Most that the server takes. */
  limitBytes: number;
  signal: AbortSignal;
  /** While a folder is packed. */
  onProgress?: (packed: { done: number; total: number }) => void;
}

const maxEntries = 200_000;

/**
 * A file as it is, read from disk while it is sent; a folder as a zip of it, which is gone once the upload is disposed.
 * @throws CliError `cli.file-*`, `cli.folder-*`, `cli.disk-full`, `cli.usage`.
 */
export async function openUpload(input: OpenUploadInput): Promise<Upload> {
  const { path, cwd, limitBytes } = input;
  if (/^https?:\/\//.test(path)) {
    throw usageError(
      'Addresses are not read; only files and folders are.',
      'Download it first, then name the file.',
    );
  }
  const place = resolve(cwd, path);
  const found = await stat(place).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory()) return packFolder(place, input);
  if (!found.isFile()) {
    throw usageError(`"${path}" is neither a file nor a folder.`, 'Name an export or a folder.');
  }
  if (found.size === 0) {
    throw new CliError('cli.file-empty', `"${path}" is empty.`, { fix: 'Download it once more.' });
  }
  if (found.size > limitBytes) throw tooLarge(path, found.size, limitBytes);
  const file = await openAsBlob(place).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return {
    file,
    fileName: basename(place),
    listing: null,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function packFolder(folder: string, input: OpenUploadInput): Promise<Upload> {
  const { limitBytes, signal, onProgress } = input;
  const listing = await listFolder(folder, { maxEntries, maxTotalBytes: limitBytes }, signal);
  await checkSpace(listing.totalBytes);
  // Readable by this user alone: it is somebody's life.
  const temporary = await mkdtemp(join(tmpdir(), 'personate-upload-'));
  const dispose = () => rm(temporary, { recursive: true, force: true });
  try {
    const target = join(temporary, 'folder.zip');
    const total = listing.files.length;
    await zipFolder(
      { folder, files: listing.files, target },
      { signal, onFile: (done) => onProgress?.({ done, total }) },
    );
    const { size } = await stat(target);
    if (size > limitBytes) throw tooLarge(input.path, size, limitBytes);
    return {
      file: await openAsBlob(target, { type: 'application/zip' }),
      fileName: `${basename(folder)}.zip`,
      listing,
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function checkSpace(neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize > neededBytes) return;
  throw new CliError(
    'cli.disk-full',
    `Packing the folder may take ${formatBytes(neededBytes)} in ${tmpdir()}; less is free there.`,
    { fix: 'Free some space, set TMPDIR to another disk, or ingest a zip of the folder.' },
  );
}

function tooLarge(path: string, size: number, limit: number): CliError {
  return new CliError(
    'cli.file-too-large',
    `"${path}" is ${formatBytes(size)}; the server takes ${formatBytes(limit)}.`,
    { fix: 'Raise PERSONATE_UPLOAD_LIMIT_MB at the server, or ingest it in parts.' },
  );
}
