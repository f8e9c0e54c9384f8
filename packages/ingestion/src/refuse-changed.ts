import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ExpectedError } from '@personate/contracts';

/** Others may write where uploads lie: what is ingested is what was sent. @throws ExpectedError `ingestion.upload-changed` */
export async function refuseChanged(
  { path, sha256 }: { path: string; sha256: string | null },
  signal: AbortSignal,
): Promise<void> {
  if (sha256 === null) return;
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) digest.update(chunk as Buffer);
  if (digest.digest('hex') === sha256) return;
  throw new ExpectedError(
    'unprocessable',
    'ingestion.upload-changed',
    'The upload is not what was sent: it was changed where it lay, or is damaged. Nothing of it was kept.',
    {
      fix: 'Send the file again; where that happens again, look at who may write to the store of uploads, and at its disk.',
    },
  );
}
