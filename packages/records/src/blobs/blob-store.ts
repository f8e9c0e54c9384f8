import type { Readable } from 'node:stream';

export interface StoredBlob {
  blobId: string;
  /** Hex. */
  sha256: string;
  sizeBytes: number;
}

/** Uploads on their way to ingestion. */
export interface BlobStore {
  /**
   * Whole or not at all, under a new id; with `blobId` under that one, which it has in another store.
   * @throws ExpectedError `upload.too-large`, `storage.full`.
   */
  put(
    content: Readable,
    options: { name: string; limitBytes: number; signal: AbortSignal; blobId?: string },
  ): Promise<StoredBlob>;
  /**
   * Where it lies as a local file, once it is there; the signal ends this waiting alone.
   * @throws ExpectedError `upload.missing`, `storage.full`.
   */
  path(blobId: string, signal?: AbortSignal): Promise<string>;
  /** False once it was deleted or swept. */
  has(blobId: string): Promise<boolean>;
  /** Nothing happens when it is gone already. */
  delete(blobId: string): Promise<void>;
  /** Deletes what is older than that and not kept. @returns how many. */
  sweep(options: { olderThan: Date; keep: ReadonlySet<string> }): Promise<number>;
}
