import type { Config } from '@personate/chassis';
import { FolderBlobStore, type BlobStore } from '@personate/records';

/** Where uploads lie on their way: a folder that all see, or a bucket. Its client is loaded only where one is named. */
export async function openBlobStore(
  config: Pick<Config, 'uploadsDir' | 'uploadsBucket'>,
): Promise<BlobStore> {
  const folder = new FolderBlobStore(config.uploadsDir);
  if (config.uploadsBucket === null) return folder;
  const { S3BlobStore } = await import('./s3-blob-store.ts');
  return new S3BlobStore(config.uploadsBucket, folder);
}
