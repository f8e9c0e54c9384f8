import type { PGlite } from '@electric-sql/pglite';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDataDir, writeDataDirVersion } from './data-dir-version.ts';
import { openPglite } from './open-pglite.ts';

/**
 * Opens the database of a locked data folder, making it first if it must. A first start that was killed half-way is
 * begun anew: nothing can be in it before VERSION says `ready`.
 */
export async function openDataDir(dataDir: string): Promise<PGlite> {
  const files = join(dataDir, 'pg');
  if ((await checkDataDir(dataDir)) === 'ready') return openPglite(files);
  await writeDataDirVersion(dataDir, 'initialising');
  await rm(files, { recursive: true, force: true });
  const pglite = await openPglite(files);
  await writeDataDirVersion(dataDir, 'ready');
  return pglite;
}
