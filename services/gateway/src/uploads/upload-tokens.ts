import { ExpectedError } from '@personate/contracts';
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isSame, secretFor, Spent } from '../signing.ts';

export const uploadLifetimeMs = 3_600_000;

const uploadSchema = z.object({
  blobId: z.string(),
  /** Gateways of before said none. */
  sha256: z.string().optional(),
  fileName: z.string(),
  keyId: z.string(),
  endsAt: z.number(),
});
type KeptUpload = Pick<z.infer<typeof uploadSchema>, 'blobId' | 'sha256' | 'fileName' | 'keyId'>;

export interface UploadTokens {
  issue(upload: KeptUpload): { token: string; expiresAt: string };
  /** @throws ExpectedError `upload.token-invalid`. */
  read(token: string, keyId: string): KeptUpload;
  /** An upload starts one ingestion. @throws ExpectedError `upload.token-used`. */
  spend(upload: KeptUpload): void;
}

/**
 * Names an upload that an inspection kept, for the key that sent it; good for an hour, in every process that knows the
 * secret. What was spent is kept in memory: with several gateways an upload could start one ingestion at each of them.
 */
export function openUploadTokens(now: () => Date, known: string | undefined): UploadTokens {
  const secret = known === undefined ? randomBytes(32) : secretFor('upload', known);
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest();
  const invalid = () =>
    new ExpectedError('invalid', 'upload.token-invalid', 'This upload is not kept any more.', {
      fix: 'Send the file again.',
      param: 'upload',
    });
  const spent = new Spent();
  return {
    issue(upload) {
      const endsAt = now().getTime() + uploadLifetimeMs;
      const body = Buffer.from(JSON.stringify({ ...upload, endsAt })).toString('base64url');
      return {
        token: `${body}.${sign(body).toString('base64url')}`,
        expiresAt: new Date(endsAt).toISOString(),
      };
    },
    read(token, keyId) {
      const [body = '', signature = ''] = token.split('.');
      if (!isSame(Buffer.from(signature, 'base64url'), sign(body))) throw invalid();
      const upload = uploadSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (upload.endsAt <= now().getTime() || upload.keyId !== keyId) throw invalid();
      return upload;
    },
    spend({ blobId }) {
      if (spent.has(blobId))
        throw new ExpectedError(
          'conflict',
          'upload.token-used',
          'This upload has started an ingestion already.',
          { fix: 'Watch that one, or send the file again.', param: 'upload' },
        );
      const instant = now().getTime();
      spent.add(blobId, instant + uploadLifetimeMs, instant);
    },
  };
}
