import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { unreadable } from './read-text-file.ts';

export interface FolderEntry {
  /** Inside the folder, with `/`. */
  path: string;
  sizeBytes: number;
  /** Pictures, sound, video: named in the zip, sent without their contents, since nothing reads them. */
  media: boolean;
  modifiedAt: Date;
}

export interface Listing {
  files: FolderEntry[];
  /** Of what is sent. */
  totalBytes: number;
  /** Symbolic links: they are not followed. */
  links: number;
}

export interface ListLimits {
  maxEntries: number;
  maxTotalBytes: number;
}

const media = new Set(
  'jpg jpeg png gif webp heic avif bmp tif tiff svg ico mp4 m4v mov avi mkv webm mpg mp3 m4a aac wav ogg oga opus flac'.split(
    ' ',
  ),
);
/** What the server would not look at either. */
const litter = new Set(['__macosx', 'thumbs.db', 'desktop.ini', 'node_modules']);

/**
 * Every file below a folder, by path, so that the same folder gives the same zip.
 * @throws CliError `cli.folder-*`, `cli.file-unreadable`.
 */
export async function listFolder(
  folder: string,
  limits: ListLimits,
  signal: AbortSignal,
): Promise<Listing> {
  const listing: Listing = { files: [], totalBytes: 0, links: 0 };
  const pending = [''];
  let entries = 0;
  for (let prefix = pending.pop(); prefix !== undefined; prefix = pending.pop()) {
    const here = prefix;
    const reading = await opendir(join(folder, here)).catch((error: unknown) => {
      throw unreadable(join(folder, here), error);
    });
    for await (const entry of reading) {
      signal.throwIfAborted();
      if (entry.name.startsWith('.') || litter.has(entry.name.toLowerCase())) continue;
      entries += 1;
      if (entries > limits.maxEntries) throw tooMany(folder, limits.maxEntries);
      const path = `${here}${entry.name}`;
      if (entry.isSymbolicLink()) listing.links += 1;
      else if (entry.isDirectory()) pending.push(`${path}/`);
      else if (entry.isFile()) await addFile(listing, { folder, path }, limits);
    }
  }
  if (listing.files.length === 0) throw empty(folder);
  listing.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return listing;
}

async function addFile(
  listing: Listing,
  { folder, path }: { folder: string; path: string },
  limits: ListLimits,
): Promise<void> {
  const found = await stat(join(folder, path)).catch(() => null);
  // Gone since the folder was listed.
  if (found === null) return;
  const isMedia = media.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
  const sizeBytes = isMedia ? 0 : found.size;
  listing.totalBytes += sizeBytes;
  if (listing.totalBytes > limits.maxTotalBytes) throw tooLarge(folder, limits.maxTotalBytes);
  listing.files.push({ path, sizeBytes, media: isMedia, modifiedAt: found.mtime });
}

function tooMany(folder: string, most: number): CliError {
  return new CliError('cli.folder-too-large', `"${folder}" holds more than ${most} files.`, {
    fix: 'Name the folder of the export itself, or ingest it in parts.',
  });
}

function tooLarge(folder: string, most: number): CliError {
  const limit = `${Math.floor(most / 1024 ** 2)} MB`;
  return new CliError('cli.folder-too-large', `"${folder}" holds more than ${limit} of files.`, {
    fix: 'Name the folder of the export itself, or raise PERSONATE_UPLOAD_LIMIT_MB at the server.',
  });
}

function empty(folder: string): CliError {
  return new CliError('cli.folder-empty', `"${folder}" holds no files.`, {
    fix: 'Name the folder that the export was unpacked to.',
  });
}
