import { Readable } from 'node:stream';
import type { BlobStore } from '@personate/records';
import { fail, ok, type Check } from './finding.ts';

const probe = 'personate doctor';

/** Puts a small upload, looks for it and takes it away. */
export function checkUploads(blobs: Pick<BlobStore, 'put' | 'has' | 'delete'>): Check {
  return {
    name: 'uploads',
    async look(signal) {
      const startedAt = performance.now();
      const { blobId } = await blobs.put(Readable.from([probe]), {
        name: 'doctor.txt',
        limitBytes: 1_024,
        signal,
      });
      try {
        if (!(await blobs.has(blobId)))
          return [
            fail(
              'uploads',
              'what was put is not there.',
              'Look whether PERSONATE_UPLOADS_DIR is one volume for gateways and ingestion.',
            ),
          ];
      } finally {
        await blobs.delete(blobId);
      }
      const tookMs = Math.round(performance.now() - startedAt);
      return [ok('uploads', `written, found and deleted in ${tookMs} ms`)];
    },
  };
}
