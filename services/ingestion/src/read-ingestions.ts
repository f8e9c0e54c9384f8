import type { IngestDeps } from '@personate/ingestion';
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
  async function pathOf(
    { job, blobId, path, commonSet }: IngestionRecord,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (commonSet === null && blobId !== null) return blobs.path(blobId, signal);
    // Others can write rows too: no row has this process read what it may read of its machine.
    if (commonSet === null) return path === null ? null : refuseOutside(personasDir, path);
    const content = await common.contentFor(commonSet, job.personaId);
    return content === null ? null : blobs.path(content, signal);
  }

  return {
    async get(ingestionId, signal) {
      const work = await ingestions.work(ingestionId);
      if (work === null) return null;
      const path = await pathOf(work, signal);
      return {
        job: work.job,
        blobId: work.blobId,
        embedded: work.embedded,
        attempt: work.attempt,
        excused: work.excused,
        path,
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
