import type { IngestDeps, IngestionWork } from '@personate/ingestion';
import type { BlobStore, IngestionRecord, Repositories } from '@personate/records';
import { detectSource, openExport, sourceByFormat } from '@personate/sources';
import { refuseOutside } from './refuse-outside.ts';

/** Jobs as the worker reads them: with the place where the export lies. */
export function readIngestions(
  ingestions: Repositories['ingestions'],
  common: Pick<Repositories['common'], 'contentFor'>,
  blobs: Pick<BlobStore, 'path'>,
  personasDir: string,
): IngestDeps['ingestions'] {
  /** A common set is asked for now: it may have been fed, detached or erased since the job was made. */
  async function contentOf(
    { job, blobId, path, sha256, commonSet }: IngestionRecord,
    signal: AbortSignal,
  ): Promise<Pick<IngestionWork, 'path' | 'sha256'>> {
    const upload =
      commonSet === null
        ? blobId === null
          ? null
          : { blobId, sha256 }
        : await common.contentFor(commonSet, job.personaId);
    if (upload !== null)
      return { path: await blobs.path(upload.blobId, signal), sha256: upload.sha256 };
    // Others can write rows too: no row has this process read what it may read of its machine.
    return { path: path === null ? null : await refuseOutside(personasDir, path), sha256: null };
  }

  return {
    async get(ingestionId, signal) {
      const work = await ingestions.work(ingestionId);
      if (work === null) return null;
      const content = await contentOf(work, signal);
      return {
        job: work.job,
        blobId: work.blobId,
        embedded: work.embedded,
        attempt: work.attempt,
        excused: work.excused,
        ...content,
      };
    },
    start: (id) => ingestions.start(id),
    excuse: (id) => ingestions.excuse(id),
    progress: (id, progress) => ingestions.progress(id, progress),
    cancelRequested: (id) => ingestions.cancelRequested(id),
    finish: (id, status, report) => ingestions.finish(id, status, report),
    fail: (id, error) => ingestions.fail(id, error),
    unfinished: (personaId) => ingestions.unfinished(personaId),
  };
}

export const openUploadedExports: IngestDeps['exports'] = {
  open: (path, name, signal) => openExport(path, { name, signal }),
  async source(files, format, signal) {
    return format === undefined ? detectSource(files, signal) : sourceByFormat(format);
  },
};
