import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/** Postgres' major version inside PGlite; a data folder of another one cannot be opened. */
export const embeddedPostgresMajor = 18;

/** @param dir the folder of the cluster's files; null keeps everything in memory. */
export function openPglite(dir: string | null): Promise<PGlite> {
  return PGlite.create(dir ?? 'memory://', {
    extensions: { vector },
    // 128 MB of buffers, the default, would double the resident memory for nothing at this size.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });
}
