import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceDocument } from '@personate/contracts';
import yazl from 'yazl';
import { fileMissing } from '../src/export/errors.ts';
import type { Export, ReadOptions, Source } from '../src/source.ts';

export const never: AbortSignal = new AbortController().signal;

/** An export that lies nowhere, its files cut into chunks of any size. */
export function memoryExport(
  contents: Record<string, string | Buffer>,
  chunkBytes = 65_536,
): Export {
  const files = Object.entries(contents).map(([path, content]) => ({
    path,
    sizeBytes: Buffer.byteLength(content),
  }));
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    open(path) {
      const content = contents[path];
      if (content === undefined) return Promise.reject(fileMissing(path));
      const bytes = Buffer.from(content);
      const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, at) =>
        bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes),
      );
      return Promise.resolve(Readable.from(chunks, { objectMode: false }));
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export interface Told {
  documents: SourceDocument[];
  skipped: Record<string, number>;
  problems: Array<{ file: string; line?: number | undefined; code: string; message: string }>;
}

/** Everything a source tells of an export. */
export async function tell(
  source: Source,
  files: Export,
  options: ReadOptions = {},
): Promise<Told> {
  const told: Told = { documents: [], skipped: {}, problems: [] };
  for await (const event of source.read(files, options, never)) {
    if (event.type === 'document') told.documents.push(event.document);
    else if (event.type === 'problem') told.problems.push(event.problem);
    else if (event.type === 'skipped')
      told.skipped[event.reason] = (told.skipped[event.reason] ?? 0) + event.count;
  }
  return told;
}

/** A folder that goes with the scope it was made in. */
export async function temporaryFolder(contents: Record<string, string | Buffer> = {}) {
  const path = await mkdtemp(join(tmpdir(), 'personate-sources-'));
  for (const [file, content] of Object.entries(contents)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export interface ZipEntry {
  content: string | Buffer;
  mode?: number;
}

/** Writes a zip; `mend` may damage its bytes. */
export async function writeZip(
  path: string,
  entries: Record<string, string | Buffer | ZipEntry>,
  mend: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, entry] of Object.entries(entries)) {
    const { content, mode } =
      typeof entry === 'string' || Buffer.isBuffer(entry) ? { content: entry } : entry;
    zip.addBuffer(Buffer.from(content), name, mode === undefined ? {} : { mode });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  await writeFile(path, mend(await readFile(path)));
  return path;
}

/** Overwrites every occurrence of one piece of text by another of the same length. */
export function overwrite(from: string, to: string) {
  return (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1))
      copy.write(to, at);
    return copy;
  };
}

export async function contentOf(files: Export, path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await files.open(path, never)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
