import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

/** Postgres' major version inside PGlite; a data folder of another one cannot be opened. */
export const embeddedPostgresMajor = 18;

/** @param dir the folder of the cluster's files */
export function openPglite(dir: string): Promise<PGlite> {
  return PGlite.create(dir, {
    extensions: { vector },
    // 128 MB of buffers, the default, would double the resident memory for nothing at this size.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });
}
