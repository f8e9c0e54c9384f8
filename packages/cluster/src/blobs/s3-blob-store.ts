import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { isBlobId, uploadMissing, type BlobStore, type StoredBlob } from '@personate/records';
import type { UploadsBucket } from '@personate/chassis';
import { explainS3, isMissing } from './explain-s3.ts';
import { openS3Client } from './open-s3-client.ts';

/** Parts of a large upload; with the most parts there may be, 640 GB. */
const partBytes = 64 * 1024 ** 2;
const pageMost = 10_000;

/**
 * A bucket of any S3-compatible store. What is sent or read lies in a folder near by meanwhile: there its size and its
 * digest become known before the first byte is sent, so that a bucket never holds half of anything.
 */
export class S3BlobStore implements BlobStore {
  readonly #client: S3Client;
  readonly #bucket: UploadsBucket;
  readonly #folder: string;
  readonly #near: BlobStore;
  /** Two that ask for the same one at once wait for the same download. */
  readonly #coming = new Map<string, Promise<string>>();

  constructor(bucket: UploadsBucket, { folder, near }: { folder: string; near: BlobStore }) {
    this.#client = openS3Client(bucket);
    this.#bucket = bucket;
    this.#folder = folder;
    this.#near = near;
  }

  async put(content: Readable, options: Parameters<BlobStore['put']>[1]): Promise<StoredBlob> {
    const stored = await this.#near.put(content, options);
    try {
      await this.#send(stored, options.signal);
    } catch (error) {
      options.signal.throwIfAborted();
      throw explainS3(error, this.#bucket);
    } finally {
      await this.#near.delete(stored.blobId);
    }
    return stored;
  }

  async path(blobId: string): Promise<string> {
    if (!isBlobId(blobId)) throw uploadMissing();
    if (await this.#near.has(blobId)) return this.#near.path(blobId);
    const coming = this.#coming.get(blobId) ?? this.#fetch(blobId);
    this.#coming.set(blobId, coming);
    try {
      return await coming;
    } finally {
      this.#coming.delete(blobId);
    }
  }

  async has(blobId: string): Promise<boolean> {
    if (!isBlobId(blobId)) return false;
    try {
      await this.#client.send(new HeadObjectCommand(this.#object(blobId)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw explainS3(error, this.#bucket);
    }
  }

  async delete(blobId: string): Promise<void> {
    if (!isBlobId(blobId)) return;
    await this.#near.delete(blobId);
    try {
      await this.#client.send(new DeleteObjectCommand(this.#object(blobId)));
    } catch (error) {
      if (!isMissing(error)) throw explainS3(error, this.#bucket);
    }
  }

  async sweep(options: { olderThan: Date; keep: ReadonlySet<string> }): Promise<number> {
    await this.#near.sweep(options);
    const { bucket, prefix } = this.#bucket;
    const input = { Bucket: bucket, Prefix: prefix };
    let swept = 0;
    let pages = 0;
    try {
      for await (const page of paginateListObjectsV2({ client: this.#client }, input)) {
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const blobId = Key.slice(prefix.length);
          const isOld = LastModified !== undefined && LastModified < options.olderThan;
          if (!isBlobId(blobId) || !isOld || options.keep.has(blobId)) continue;
          await this.delete(blobId);
          swept += 1;
        }
        pages += 1;
        if (pages >= pageMost) break;
      }
    } catch (error) {
      throw explainS3(error, this.#bucket);
    }
    return swept;
  }

  async #send({ blobId, sha256 }: StoredBlob, signal: AbortSignal): Promise<void> {
    const upload = new Upload({
      client: this.#client,
      partSize: partBytes,
      queueSize: 1,
      params: {
        ...this.#object(blobId),
        Body: createReadStream(await this.#near.path(blobId)),
        ContentType: 'application/octet-stream',
        Metadata: { sha256 },
      },
    });
    const abort = () => void upload.abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      await upload.done();
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async #fetch(blobId: string): Promise<string> {
    const path = join(this.#folder, blobId);
    // A name of its own: another process may be fetching the same one into the same folder.
    const begun = join(this.#folder, `${randomUUID()}.half`);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    try {
      const { Body, ContentLength } = await this.#client.send(
        new GetObjectCommand(this.#object(blobId)),
      );
      await using file = await open(begun, 'w', 0o600);
      let sizeBytes = 0;
      for await (const chunk of Body as Readable) {
        const bytes = chunk as Buffer;
        sizeBytes += bytes.length;
        await file.writeFile(bytes);
      }
      if (ContentLength !== undefined && sizeBytes !== ContentLength)
        throw new Error(`the download broke off after ${sizeBytes} of ${ContentLength} bytes`);
      await rename(begun, path);
      return path;
    } catch (error) {
      await rm(begun, { force: true });
      throw isMissing(error) ? uploadMissing() : explainS3(error, this.#bucket);
    }
  }

  #object(blobId: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket.bucket, Key: `${this.#bucket.prefix}${blobId}` };
  }
}
