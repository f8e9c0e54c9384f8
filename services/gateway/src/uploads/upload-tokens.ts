import { ExpectedError } from '@personate/contracts';
import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isSame, secretFor } from '../signing.ts';

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
  spend(upload: KeptUpload): Promise<void>;
}

/**
 * Names an upload that an inspection kept, for the key that sent it; good for an hour, in every process that knows the
 * secret, and once over all of them.
 */
export function openUploadTokens(options: {
  now: () => Date;
  /** Absent: of this process alone. */
  secret: string | undefined;
  /** At every gateway. @returns false where it was spent before */
  spend(blobId: string, endsAt: Date): Promise<boolean>;
}): UploadTokens {
  const { now } = options;
  const secret =
    options.secret === undefined ? randomBytes(32) : secretFor('upload', options.secret);
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest();
  const invalid = () =>
    new ExpectedError('invalid', 'upload.token-invalid', 'This upload is not kept any more.', {
      fix: 'Send the file again.',
      param: 'upload',
    });
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
    async spend({ blobId }) {
      // The token may have been issued just now: it is over before this is forgotten.
      const endsAt = new Date(now().getTime() + uploadLifetimeMs);
      if (!(await options.spend(blobId, endsAt)))
        throw new ExpectedError(
          'conflict',
          'upload.token-used',
          'This upload has started an ingestion already.',
          { fix: 'Watch that one, or send the file again.', param: 'upload' },
        );
    },
  };
}
