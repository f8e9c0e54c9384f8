import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The admin key: the one that is configured, else the data folder's, minted once and readable by its owner alone. */
export async function adminKey(
  dataDir: string,
  configured: string | undefined,
): Promise<{ key: string; file: string | null }> {
  if (configured !== undefined) return { key: configured, file: null };
  const file = join(dataDir, 'admin.key');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim().length >= 16) return { key: kept.trim(), file };
  const key = `admin_${randomBytes(32).toString('base64url')}`;
  // Written beside and renamed: a killed start leaves the whole key or none.
  const half = `${file}.${process.pid}`;
  await writeFile(half, `${key}\n`, { mode: 0o600 });
  await chmod(half, 0o600);
  await rename(half, file);
  return { key, file };
}
