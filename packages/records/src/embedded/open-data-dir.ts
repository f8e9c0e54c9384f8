import type { PGlite } from '@electric-sql/pglite';
import { ExpectedError } from '@personate/contracts';
import { rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDataDir, writeDataDirVersion } from './data-dir-version.ts';
import { openPglite } from './open-pglite.ts';

/**
 * Opens the database of a locked data folder, making it first if it must. A first start that was killed half-way is
 * begun anew: nothing can be in it before VERSION says `ready`.
 * @param cluster a new database's files, as a compressed archive
 * @throws ExpectedError `storage.full`, `data.database-broken`, and those of checkDataDir.
 */
export async function openDataDir(dataDir: string, cluster = newCluster): Promise<PGlite> {
  const files = join(dataDir, 'pg');
  if ((await checkDataDir(dataDir)) === 'ready') {
    // Without it PGlite takes the folder for a new one, and begins anew over what is there.
    const known = await stat(join(files, 'PG_VERSION')).catch(() => null);
    if (known === null) throw broken(dataDir, 'its file pg/PG_VERSION is missing');
    return openFiles(dataDir, files);
  }
  await writeDataDirVersion(dataDir, 'initialising');
  const pglite = await makeFiles(dataDir, files, cluster);
  await writeDataDirVersion(dataDir, 'ready');
  return pglite;
}

/** From the files that come with PGlite; where Postgres refuses them, as those of another version, it makes its own. */
async function makeFiles(
  dataDir: string,
  files: string,
  cluster: () => Promise<Blob>,
): Promise<PGlite> {
  await rm(files, { recursive: true, force: true });
  try {
    return await openPglite(files, await cluster());
  } catch {
    await rm(files, { recursive: true, force: true });
    return openFiles(dataDir, files);
  }
}

/** Read once in the life of a data folder: no other start loads it. */
async function newCluster(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
  return dataDir();
}

/** What a new database takes, its log included. */
const roomBytes = 128 * 1024 * 1024;

async function openFiles(dataDir: string, files: string): Promise<PGlite> {
  try {
    return await openPglite(files);
  } catch (cause) {
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < roomBytes) {
      throw new ExpectedError(
        'unavailable',
        'storage.full',
        `The database in ${dataDir} does not start: the disk is full.`,
        { fix: `Free at least ${roomBytes / 1024 / 1024} MB there, then start it again.`, cause },
      );
    }
    throw broken(dataDir, messageOf(cause), cause);
  }
}

function broken(dataDir: string, why: string, cause?: unknown): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'data.database-broken',
    `The database in ${dataDir} does not start: ${why}. Nothing was begun anew.`,
    { fix: 'Put a copy of the folder in its place, or name another in PERSONATE_DATA_DIR.', cause },
  );
}

/** What PGlite throws need not be an Error: Emscripten's have a number, and its abort says nothing but that. */
function messageOf(cause: unknown): string {
  if (cause instanceof Error && cause.message !== '') return cause.message;
  const { errno } = (cause ?? {}) as { errno?: unknown };
  return typeof errno === 'number' ? `WASI error ${errno}` : 'it gave no reason';
}
