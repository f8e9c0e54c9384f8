import { ExpectedError } from '@personate/contracts';

export function exportNotFound(path: string): ExpectedError {
  return new ExpectedError('missing', 'export.not-found', `There is nothing at "${path}".`, {
    fix: 'Check the path: it must be a folder, a zip or a file that this process can see.',
    param: 'path',
  });
}

export function exportNotReadable(path: string, cause: unknown): ExpectedError {
  return new ExpectedError('forbidden', 'export.not-readable', `"${path}" cannot be read.`, {
    fix: 'Give this process the right to read it, and check the disk it lies on.',
    param: 'path',
    cause,
  });
}

export function zipBroken(name: string, why: string, cause?: unknown): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'export.zip-broken',
    `The zip "${name}" is broken: ${why}.`,
    { fix: 'Download it once more; if it was re-packed, pack it again as a plain zip.', cause },
  );
}

export function zipEncrypted(name: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'export.zip-encrypted',
    `The zip "${name}" is locked with a password.`,
    { fix: 'Unpack it with its password and hand over the folder, or a zip without one.' },
  );
}

export function pathEscapes(entry: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'export.path-escapes',
    `The entry "${entry.slice(0, 200)}" points outside the export.`,
    {
      fix: 'Do not trust this archive. If it is yours, pack it again without links and without absolute, "../" or backslash paths.',
    },
  );
}

export function exportTooLarge(what: string, bytes: number, limit: number): ExpectedError {
  return new ExpectedError(
    'too-large',
    'export.too-large',
    `${what} holds ${inMebibytes(bytes)} unpacked, more than the ${inMebibytes(limit)} allowed.`,
    { fix: 'Leave out what is not text, or split the export and import it in parts.' },
  );
}

export function exportBomb(entry: string, ratio: number | null): ExpectedError {
  const grows = ratio === null ? 'to more than it states' : `to ${ratio} times its packed size`;
  return new ExpectedError(
    'too-large',
    'export.too-large',
    `The entry "${entry.slice(0, 200)}" unpacks ${grows}, as no export of text does.`,
    { fix: 'Do not trust this archive. If it is yours, unpack it and hand over the folder.' },
  );
}

export function tooManyFiles(limit: number): ExpectedError {
  return new ExpectedError(
    'too-large',
    'export.too-many-files',
    `The export holds more than ${limit} files and folders.`,
    { fix: 'Leave out the folders with pictures and other media, or import it in parts.' },
  );
}

export function exportEmpty(name: string): ExpectedError {
  return new ExpectedError('unprocessable', 'export.empty', `"${name}" holds nothing to read.`, {
    fix: 'Hand over the export as the platform gave it, or a folder with notes in it.',
  });
}

export function fileMissing(path: string): ExpectedError {
  return new ExpectedError('missing', 'export.file-missing', `The export has no file "${path}".`, {
    fix: 'Start the import again: the export has changed while it was being read.',
  });
}

export function notUnpacked(name: string, kind: string): ExpectedError {
  return new ExpectedError(
    'unsupported',
    'export.format-unknown',
    `"${name}" is a ${kind} file, which is not read.`,
    { fix: 'Unpack it and hand over the folder, or pack the folder as a zip.' },
  );
}

function inMebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 2 : 0)} MiB`;
}
