import { ExpectedError } from '@personate/contracts';
import type { UploadsBucket } from '@personate/chassis';
import { z } from 'zod';

/** As the client throws them: by name and status, whatever class and realm they are of. */
const failure = z.object({
  name: z.string().default(''),
  code: z.string().default(''),
  message: z.string().default(''),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).default({}),
});

export function isMissing(error: unknown): boolean {
  const { name, $metadata } = failure.safeParse(error).data ?? { name: '', $metadata: {} };
  if (name === 'NoSuchBucket') return false;
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata.httpStatusCode === 404;
}

const wrapped = 'AWS SDK error wrapper for ';
const refused = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'CredentialsProviderError',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'NoSuchBucket',
  'PermanentRedirect',
  'SignatureDoesNotMatch',
]);

/** What the operator can do about it. What was foreseen elsewhere comes through as it is. */
export function explainS3(cause: unknown, { bucket, endpoint }: UploadsBucket): unknown {
  if (cause instanceof ExpectedError) return cause;
  const { name, code, message, $metadata } = failure.safeParse(cause).data ?? failure.parse({});
  const where = endpoint === undefined ? 'S3' : new URL(endpoint).host;
  if (refused.has(name) || $metadata.httpStatusCode === 403)
    return new ExpectedError(
      'unavailable',
      'storage.refused',
      `The bucket ${bucket} at ${where} does not let us in${name === '' ? '' : ` (${name})`}.`,
      {
        fix: 'Check PERSONATE_S3_BUCKET, PERSONATE_S3_REGION and the key; it has to get, put, delete and list objects.',
        cause,
      },
    );
  const status = $metadata.httpStatusCode ?? 0;
  // A socket's error of another realm (a sandbox, a worker) is wrapped by the client, and has no code any more.
  const isOfTheNetwork = code !== '' || name === 'TimeoutError' || message.startsWith(wrapped);
  if (!isOfTheNetwork && status < 500) return cause;
  return new ExpectedError(
    'unavailable',
    'storage.unreachable',
    `The store of uploads at ${where} does not answer.`,
    { fix: 'Look whether it runs and whether this service reaches it, then send it again.', cause },
  );
}
