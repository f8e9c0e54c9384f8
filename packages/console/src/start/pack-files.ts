import { PersonateError } from '@personate/client';

export interface PickedFile {
  /** With the folder's name in front, where it comes from a folder. */
  path: string;
  file: File;
}

/** As the server counts them, and what a browser can hold while it packs. */
const limits = { files: 20_000, bytes: 1024 ** 3 };
/** Named in the zip without their contents: nothing reads them. */
const media =
  /\.(?:jpe?g|png|gif|webp|heic|avif|bmp|tiff?|svg|ico|mp4|m4v|mov|avi|mkv|webm|mpe?g|mp3|m4a|aac|wav|ogg|oga|opus|flac)$/i;
/** What the server would not look at either. */
const litter = /(?:^|\/)(?:\.[^/]*|__macosx|thumbs\.db|desktop\.ini|node_modules)(?:\/|$)/i;

/** One file as it is; several, or a folder, as a zip of them that is called as the folder is. @throws PersonateError `folder.*`. */
export async function packFiles(picked: readonly PickedFile[]): Promise<File> {
  const [only] = picked;
  if (picked.length === 1 && only && !only.path.includes('/')) return only.file;
  const kept = picked
    .filter(({ path }) => !litter.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  check(kept);
  const root = kept.every(({ path }) => path.startsWith(rootOf(kept))) ? rootOf(kept) : '';
  const parts = await zip(kept);
  return new File(parts, root.slice(0, -1) || `${kept.length} files`, { type: 'application/zip' });
}

const rootOf = ([first]: readonly PickedFile[]) => /^[^/]+\//.exec(first?.path ?? '')?.[0] ?? '';

function check(files: readonly PickedFile[]): void {
  if (files.length === 0) {
    throw new PersonateError(0, 'folder.empty', 'There are no files in it.', {
      fix: 'Choose the folder that the export was unpacked to, or that holds the notes.',
    });
  }
  const bytes = files.reduce((sum, { path, file }) => sum + (media.test(path) ? 0 : file.size), 0);
  if (files.length <= limits.files && bytes <= limits.bytes) return;
  throw new PersonateError(
    0,
    'folder.too-large',
    `This holds more than a page can pack: at most ${limits.files} files and ${limits.bytes / 1024 ** 2} MB.`,
    {
      fix: 'Drop the zip that you downloaded, or use `npx personate ingest`, which takes folders.',
    },
  );
}

/** Stored, not compressed: it goes to this machine's own server. One file is in memory at a time. */
async function zip(files: readonly PickedFile[]): Promise<BlobPart[]> {
  const { Zip, ZipPassThrough } = await import('fflate');
  const parts: Blob[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    // A blob of its own: the browser may keep it on disk.
    parts.push(new Blob([chunk as BlobPart]));
  });
  for (const { path, file } of files) {
    const entry = new ZipPassThrough(path);
    entry.mtime = file.lastModified;
    archive.add(entry);
    const bytes = media.test(path) ? new Uint8Array() : new Uint8Array(await read(file, path));
    entry.push(bytes, true);
  }
  archive.end();
  return parts;
}

async function read(file: File, path: string): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    throw new PersonateError(0, 'folder.unreadable', `${path} cannot be read.`, {
      fix: 'Check that it is still there and that you may read it; then choose the folder again.',
      cause,
    });
  }
}
