import { constants } from 'node:fs';
import { type FileHandle, open, opendir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Export, ExportFile } from '../source.ts';
import {
  exportEmpty,
  exportNotReadable,
  exportTooLarge,
  fileMissing,
  pathEscapes,
  tooManyFiles,
} from './errors.ts';
import type { ExportLimits } from './limits.ts';
import { byPath, isMedia, isVisible } from './visible-paths.ts';

/** A folder as an export. Links inside are not followed: what they lead to is either listed anyway or refused. */
export async function openFolder(
  folder: string,
  limits: ExportLimits,
  signal: AbortSignal,
): Promise<Export> {
  const root = await realpath(folder);
  const files: ExportFile[] = [];
  const pending = [''];
  let entries = 0;
  for (let prefix = pending.pop(); prefix !== undefined; prefix = pending.pop()) {
    signal.throwIfAborted();
    const reading = await opendir(join(root, prefix)).catch((cause: unknown) => {
      throw exportNotReadable(prefix === '' ? folder : prefix, cause);
    });
    for await (const entry of reading) {
      if (!isVisible(entry.name)) continue;
      entries += 1;
      if (entries > limits.maxEntries) throw tooManyFiles(limits.maxEntries);
      const path = `${prefix}${entry.name}`;
      if (entry.isSymbolicLink()) await refuseLinkOut(root, path);
      else if (entry.isDirectory()) pending.push(`${path}/`);
      else if (entry.isFile()) {
        const found = await stat(join(root, path)).catch(() => null);
        if (found) files.push({ path, sizeBytes: found.size });
      }
    }
  }
  if (files.every((file) => file.sizeBytes === 0)) throw exportEmpty(folder);
  const total = files.reduce((sum, file) => sum + (isMedia(file.path) ? 0 : file.sizeBytes), 0);
  if (total > limits.maxTotalBytes)
    throw exportTooLarge(`"${folder}"`, total, limits.maxTotalBytes);
  files.sort(byPath);
  const known = new Set(files.map((file) => file.path));

  return {
    files,
    async open(path, reading) {
      if (!known.has(path)) throw fileMissing(path);
      // The folder may have changed since it was listed: a parent may be a link by now.
      const real = await realpath(join(root, path)).catch(() => {
        throw fileMissing(path);
      });
      if (!real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) throw pathEscapes(path);
      return openPlainFile(real, path, limits, reading);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Opens a regular file that is no link and no larger than may be read. */
export async function openPlainFile(
  real: string,
  path: string,
  limits: ExportLimits,
  signal: AbortSignal,
): Promise<Readable> {
  signal.throwIfAborted();
  let handle: FileHandle;
  try {
    handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ENOENT'
      ? fileMissing(path)
      : exportNotReadable(path, cause);
  }
  const found = await handle.stat();
  if (!found.isFile() || found.size > limits.maxFileBytes) {
    await handle.close();
    if (!found.isFile()) throw fileMissing(path);
    throw exportTooLarge(`"${path}"`, found.size, limits.maxFileBytes);
  }
  // `end` keeps a file that grows while it is read within what was looked at.
  return addAbortSignal(signal, handle.createReadStream({ end: Math.max(0, found.size - 1) }));
}

async function refuseLinkOut(root: string, path: string): Promise<void> {
  const target = await realpath(join(root, path)).catch(() => null);
  // A dangling link leads nowhere and is not read.
  if (target === null || target === root || target.startsWith(`${root}${sep}`)) return;
  throw pathEscapes(path);
}
