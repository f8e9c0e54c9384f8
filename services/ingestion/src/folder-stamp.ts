import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Files that are looked at; a folder of more is stamped by its first ones, and ingested again when in doubt. */
const maxFiles = 200_000;

/** Moves when a file under the path is added, removed, resized or written; the contents are not read. */
export async function folderStamp(path: string): Promise<string> {
  const hash = createHash('sha256');
  let files = 0;
  async function visit(at: string): Promise<void> {
    const info = await stat(at);
    if (info.isDirectory()) {
      for (const name of (await readdir(at)).sort())
        if (files < maxFiles) await visit(join(at, name));
      return;
    }
    files += 1;
    hash.update(`${relative(path, at)}\0${info.size}\0${Math.trunc(info.mtimeMs)}\n`);
  }
  await visit(path);
  return hash.digest('hex');
}
