import { ExpectedError } from '@personate/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, StoredBlob } from './blob-store.ts';

/** Left free for the database, whatever is uploaded. */
const reserveBytes = 256 * 1024 * 1024;
const checkEveryBytes = 64 * 1024 * 1024;
const half = '.half';
/** An id is its file's name: a UUID and the upload's extension, which tells formats apart. */
const blobIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.[a-z0-9]{1,8})?$/;

export const isBlobId = (blobId: string): boolean => blobIdPattern.test(blobId);

export function uploadMissing(): ExpectedError {
  return new ExpectedError('missing', 'upload.missing', 'The upload is not there any more.', {
    fix: 'Send the file again.',
  });
}

/** A folder of this machine, or a volume that all machines share. */
export class FolderBlobStore implements BlobStore {
  readonly #folder: string;
  readonly #freeBytes: (folder: string) => Promise<number>;

  constructor(folder: string, options: { freeBytes?: (folder: string) => Promise<number> } = {}) {
    this.#folder = folder;
    this.#freeBytes = options.freeBytes ?? freeBytes;
  }

  async put(content: Readable, options: Parameters<BlobStore['put']>[1]): Promise<StoredBlob> {
    const blobId = options.blobId ?? `${randomUUID()}${extension(options.name)}`;
    if (!isBlobId(blobId)) throw uploadMissing();
    // A name of its own: another process may be writing the same blob into the same folder.
    const begun = this.#file(`${randomUUID()}${half}`);
    // It may break off before it is read; the loop that reads it tells of that then.
    content.on('error', () => undefined);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    try {
      const written = await this.#write(begun, content, options);
      await rename(begun, this.#file(blobId));
      return { blobId, ...written };
    } catch (error) {
      await rm(begun, { force: true });
      throw isFull(error) ? storageFull(error) : error;
    }
  }

  async path(blobId: string): Promise<string> {
    if (await this.has(blobId)) return this.#file(blobId);
    throw uploadMissing();
  }

  async has(blobId: string): Promise<boolean> {
    if (!isBlobId(blobId)) return false;
    // A link may lead to anything that this process may read.
    return (await lstat(this.#file(blobId)).catch(() => null))?.isFile() ?? false;
  }

  async delete(blobId: string): Promise<void> {
    if (isBlobId(blobId)) await rm(this.#file(blobId), { force: true });
  }

  async sweep(options: { olderThan: Date; keep: ReadonlySet<string> }): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const ours = isBlobId(name.endsWith(half) ? name.slice(0, -half.length) : name);
      if (!ours || options.keep.has(name)) continue;
      const file = await lstat(this.#file(name)).catch(() => null);
      if (!file || file.mtime >= options.olderThan) continue;
      await rm(this.#file(name), { force: true });
      swept += 1;
    }
    return swept;
  }

  async #write(
    path: string,
    content: Readable,
    { limitBytes, signal }: { limitBytes: number; signal: AbortSignal },
  ): Promise<{ sha256: string; sizeBytes: number }> {
    const digest = createHash('sha256');
    let sizeBytes = 0;
    let nextCheck = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of aborting(content, signal)) {
        sizeBytes += chunk.length;
        if (sizeBytes > limitBytes) throw tooLarge(limitBytes);
        if (sizeBytes >= nextCheck) {
          nextCheck = sizeBytes + checkEveryBytes;
          if ((await this.#freeBytes(this.#folder)) < reserveBytes) throw storageFull();
        }
        digest.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: digest.digest('hex'), sizeBytes };
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

async function* aborting(content: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  signal.throwIfAborted();
  const abort = () => content.destroy(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    for await (const chunk of content) {
      signal.throwIfAborted();
      yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
    }
    // A stream that was destroyed without an error just ends.
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function extension(name: string): string {
  const found = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(found) && found !== half ? found : '';
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function storageFull(cause?: unknown): ExpectedError {
  return new ExpectedError('unavailable', 'storage.full', 'There is no room left for the upload.', {
    fix: 'Free some space on the disk of the data folder, then send it again.',
    cause,
  });
}

function tooLarge(limitBytes: number): ExpectedError {
  return new ExpectedError(
    'too-large',
    'upload.too-large',
    `The upload is larger than ${Math.floor(limitBytes / 1024 / 1024)} MiB.`,
    { fix: 'Raise the limit for uploads in the settings, or send the export in parts.' },
  );
}
