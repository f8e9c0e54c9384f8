import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { UploadsBucket } from '@personate/chassis';

const connectMs = 5_000;
/** Between two bytes, not for a whole upload. */
const silenceMs = 60_000;

export function openS3Client({ endpoint, region, key }: UploadsBucket): S3Client {
  return new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(key === null ? {} : { credentials: { accessKeyId: key.id, secretAccessKey: key.secret } }),
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: connectMs,
      socketTimeout: silenceMs,
    }),
    // Checksums beyond the signature are AWS' own; not every compatible store knows them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
