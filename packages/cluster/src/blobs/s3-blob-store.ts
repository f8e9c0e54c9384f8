import { createReadStream } from 'node:fs';
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
import { SharedDownloads } from './shared-downloads.ts';
import { wholly } from './wholly.ts';

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
  readonly #near: BlobStore;
  readonly #downloads = new SharedDownloads();

  constructor(bucket: UploadsBucket, near: BlobStore) {
    this.#client = openS3Client(bucket);
    this.#bucket = bucket;
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

  async path(blobId: string, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    if (!isBlobId(blobId)) throw uploadMissing();
    if (await this.#near.has(blobId)) return this.#near.path(blobId);
    return this.#downloads.wait(blobId, (ending) => this.#fetch(blobId, ending), signal);
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

  async #fetch(blobId: string, signal: AbortSignal): Promise<string> {
    let content: Readable;
    // What is wrong with the bucket is told apart from what is wrong with the disk.
    const explained = (error: unknown): unknown =>
      isMissing(error) ? uploadMissing() : explainS3(error, this.#bucket);
    try {
      const command = new GetObjectCommand(this.#object(blobId));
      const { Body, ContentLength } = await this.#client.send(command, { abortSignal: signal });
      content = wholly(Body as Readable, ContentLength, explained);
    } catch (error) {
      signal.throwIfAborted();
      throw explained(error);
    }
    // It was within the limit when it was sent.
    const limitBytes = Number.POSITIVE_INFINITY;
    await this.#near.put(content, { blobId, name: blobId, limitBytes, signal });
    return this.#near.path(blobId);
  }

  #object(blobId: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket.bucket, Key: `${this.#bucket.prefix}${blobId}` };
  }
}
