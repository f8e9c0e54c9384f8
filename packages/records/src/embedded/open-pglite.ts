import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/** Postgres' major version inside PGlite; a data folder of another one cannot be opened. */
export const embeddedPostgresMajor = 18;

/**
 * @param dir the folder of the cluster's files
 * @param files a new cluster's files as a compressed archive, for an empty folder; without them PGlite makes its own,
 * which takes four times as long
 */
export function openPglite(dir: string, files?: Blob): Promise<PGlite> {
  return PGlite.create(dir, {
    extensions: { vector },
    ...(files === undefined ? {} : { loadDataDir: files }),
    // 128 MB of buffers, the default, would double the resident memory for nothing at this size.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });
}
