import { open, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Export } from '../source.ts';
import {
  exportEmpty,
  exportNotFound,
  exportNotReadable,
  fileMissing,
  notUnpacked,
  zipBroken,
} from './errors.ts';
import { openFolder, openPlainFile } from './folder-export.ts';
import { defaultExportLimits, type ExportLimits } from './limits.ts';
import { extensionOf } from './visible-paths.ts';
import { openZip } from './zip-export.ts';

export interface OpenExportOptions {
  limits?: Partial<ExportLimits>;
  /** What the file was called where it comes from; an upload lies under another name. */
  name?: string;
  signal?: AbortSignal;
}

/**
 * Opens a folder, a zip or a single file (by contents, not by name) as one kind of thing. Dispose it when done.
 * @throws ExpectedError `export.not-found`, `export.not-readable`, `export.zip-broken`, `export.zip-encrypted`,
 * `export.path-escapes`, `export.too-large`, `export.too-many-files`, `export.empty`, `export.format-unknown`.
 */
export async function openExport(path: string, options: OpenExportOptions = {}): Promise<Export> {
  const limits = { ...defaultExportLimits, ...options.limits };
  const signal = options.signal ?? new AbortController().signal;
  const name = basename(options.name ?? path);
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EACCES' ? exportNotReadable(path, cause) : exportNotFound(path);
  });
  if (found.isDirectory()) return openFolder(path, limits, signal);
  if (!found.isFile()) throw exportNotFound(path);
  if (found.size === 0) throw exportEmpty(name);

  const packed = packedAs(await firstBytes(path));
  if (packed === 'zip') return openZip(path, name, limits, signal);
  if (packed !== null) throw notUnpacked(name, packed);
  if (extensionOf(name) === 'zip') throw zipBroken(name, 'its contents are not those of a zip');
  return {
    files: [{ path: name, sizeBytes: found.size }],
    async open(file, reading) {
      if (file !== name) throw fileMissing(file);
      // Whoever names a link means the file; inside a folder none is followed.
      return openPlainFile(await realpath(path), name, limits, reading);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw exportNotReadable(path, cause);
  }
}

/** By the signatures of the formats' specifications. */
function packedAs(head: Buffer): string | null {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x37, 0x7a, 0xbc, 0xaf)) return '7z';
  if (starts(0x52, 0x61, 0x72, 0x21)) return 'rar';
  if (head.subarray(257, 262).toString('latin1') === 'ustar') return 'tar';
  return null;
}
