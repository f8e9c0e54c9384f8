import { closeSync, fstatSync, openSync } from 'node:fs';
import { addAbortSignal, Readable } from 'node:stream';
import { ExpectedError } from '@personate/contracts';
import yauzl from 'yauzl';
import type { Export } from '../source.ts';
import {
  exportBomb,
  exportEmpty,
  exportTooLarge,
  fileMissing,
  pathEscapes,
  tooManyFiles,
  zipBroken,
  zipEncrypted,
} from './errors.ts';
import type { ExportLimits } from './limits.ts';
import { byPath, isMedia, isVisible, wrappingFolder } from './visible-paths.ts';
import { WindowReader } from './window-reader.ts';

/** A zip as an export: its directory is read now, an entry only when it is opened, and never to disk. */
export async function openZip(
  path: string,
  name: string,
  limits: ExportLimits,
  signal: AbortSignal,
): Promise<Export> {
  const zip = await openDirectory(path, name);
  try {
    if (zip.entryCount > limits.maxEntries) throw tooManyFiles(limits.maxEntries);
    const entries = await readEntries(zip, name, limits, signal);
    const top = wrappingFolder([...entries.keys()]);
    const seen = new Map([...entries].map(([full, entry]) => [full.slice(top.length), entry]));
    const files = [...seen].map(([file, entry]) => ({
      path: file,
      sizeBytes: entry.uncompressedSize,
    }));
    if (files.every((file) => file.sizeBytes === 0)) throw exportEmpty(name);
    return {
      files: files.sort(byPath),
      async open(file, reading) {
        const entry = seen.get(file);
        if (!entry) throw fileMissing(file);
        if (entry.uncompressedSize > limits.maxFileBytes)
          throw exportTooLarge(`"${file}"`, entry.uncompressedSize, limits.maxFileBytes);
        reading.throwIfAborted();
        const chunks = unpack(zip, entry, name, file);
        return addAbortSignal(reading, Readable.from(chunks, { objectMode: false }));
      },
      [Symbol.asyncDispose]: () => Promise.resolve(zip.close()),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openDirectory(path: string, name: string): Promise<yauzl.ZipFile> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return new Promise((resolve, reject) => {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true };
    yauzl.fromRandomAccessReader(new WindowReader(file), size, options, (error, zip) => {
      if (error === null) return resolve(zip);
      closeSync(file);
      reject(explain(error, name, path));
    });
  });
}

/** The visible files by path; the last of two with one name counts, as for every unpacker. */
function readEntries(
  zip: yauzl.ZipFile,
  name: string,
  limits: ExportLimits,
  signal: AbortSignal,
): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(explain(error, name, name)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      try {
        signal.throwIfAborted();
        check(entry, name, limits);
        const path = entry.fileName.replace(/^(?:\.\/)+/, '');
        if (!path.endsWith('/') && isVisible(path)) {
          total += isMedia(path) ? 0 : entry.uncompressedSize;
          if (total > limits.maxTotalBytes)
            throw exportTooLarge(`"${name}"`, total, limits.maxTotalBytes);
          entries.set(path, withoutBuffers(entry));
        }
        zip.readEntry();
      } catch (error) {
        reject(error as Error);
      }
    });
    zip.readEntry();
  });
}

/** What an external id may have, and what the patterns that judge paths are meant for. */
const maxNameLength = 1_024;
const fileTypeMask = 0o170000;
const symbolicLink = 0o120000;

function check(entry: yauzl.Entry, name: string, limits: ExportLimits): void {
  if (entry.isEncrypted()) throw zipEncrypted(name);
  if (entry.fileName.length > maxNameLength)
    throw zipBroken(name, `an entry's name has more than ${maxNameLength} characters`);
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink)
    throw pathEscapes(entry.fileName);
  if (entry.uncompressedSize < limits.ratioFromBytes) return;
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (ratio > limits.maxRatio) throw exportBomb(entry.fileName, Math.round(ratio));
}

/** An archive may list 200,000 entries: of each, what unpacking needs is kept, not its raw header. */
function withoutBuffers(entry: yauzl.Entry): yauzl.Entry {
  return Object.assign(new yauzl.Entry(), {
    generalPurposeBitFlag: entry.generalPurposeBitFlag,
    compressionMethod: entry.compressionMethod,
    compressedSize: entry.compressedSize,
    uncompressedSize: entry.uncompressedSize,
    relativeOffsetOfLocalHeader: entry.relativeOffsetOfLocalHeader,
  });
}

async function* unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  file: string,
): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    // yauzl ends the stream with an error once it yields more bytes than the directory states.
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw explain(error as Error, name, file);
  }
}

function explain(error: Error, name: string, path: string): Error {
  if (error instanceof ExpectedError || error.name === 'AbortError') return error;
  const { message } = error;
  if (/strong encryption/.test(message)) return zipEncrypted(name);
  if (/^(?:invalid characters in fileName|invalid relative path|absolute path)/.test(message))
    return pathEscapes(message.slice(message.indexOf(':') + 2));
  if (/too many bytes in the stream/.test(message)) return exportBomb(path, null);
  const method = /unsupported compression method: (\d+)/.exec(message);
  if (method)
    return zipBroken(name, `"${path}" is packed by method ${method[1]}, which is not read`, error);
  if (/signature not found/.test(message))
    return zipBroken(name, 'its end is missing, so the download was cut short', error);
  return zipBroken(name, message.replaceAll(path, name), error);
}
