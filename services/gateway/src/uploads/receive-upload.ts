import { ExpectedError, type IngestionOptions } from '@personate/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addAbortListener } from 'node:events';
import { bounds } from '../http/server-options.ts';
import { requestSignal } from '../http/request-signal.ts';
import type { GatewayUploads } from '../deps.ts';
import { readOptions } from './read-options.ts';

export interface ReceivedFile<Fields> {
  blobId: string;
  /** Hex. */
  sha256: string;
  sizeBytes: number;
  fileName: string;
  options: Fields;
}

type ReadFields<Fields> = (fields: ReadonlyArray<readonly [string, string]>) => Fields;

/**
 * One file and its fields, in any order, into the upload store. Whatever goes wrong, nothing is left there.
 * @throws ExpectedError `upload.too-large`, `upload.missing`, `upload.broken`, `request.too-slow`, `request.invalid`.
 */
export function receiveUpload(
  deps: { uploads: GatewayUploads; limitBytes: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ReceivedFile<IngestionOptions>> {
  return receiveFile(deps, request, reply, readOptions);
}

/** The same with other fields. */
export async function receiveFile<Fields>(
  deps: { uploads: GatewayUploads; limitBytes: number },
  request: FastifyRequest,
  reply: FastifyReply,
  readFields: ReadFields<Fields>,
): Promise<ReceivedFile<Fields>> {
  refuseLarge(request, deps.limitBytes);
  const signal = uploadSignal(request, reply);
  const fields: Array<[string, string]> = [];
  let stored: Omit<ReceivedFile<Fields>, 'options'> | null = null;
  try {
    // One byte more than allowed, so that the store is the one to refuse.
    const parts = request.parts({ limits: { fileSize: deps.limitBytes + 1 } });
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.push([part.fieldname, String(part.value)]);
        continue;
      }
      const fileName = safeName(part.filename);
      const blob = await deps.uploads.put(part.file, {
        name: fileName,
        limitBytes: deps.limitBytes,
        signal,
      });
      stored = { ...blob, fileName };
      if (part.file.truncated) throw tooLarge(deps.limitBytes);
    }
    signal.throwIfAborted();
    if (stored === null) throw missing();
    return { ...stored, options: readFields(fields) };
  } catch (error) {
    if (stored !== null) await deps.uploads.delete(stored.blobId);
    throw signal.aborted ? reasonOf(signal) : readable(error);
  } finally {
    request.raw.setTimeout(bounds.silenceMs);
  }
}

/** Aborts when the client has gone, or sent nothing for a while. */
function uploadSignal(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const silent = new AbortController();
  request.raw.setTimeout(bounds.uploadSilenceMs, () => {
    silent.abort(
      new ExpectedError('invalid', 'request.too-slow', 'The upload stopped coming.', {
        fix: 'Send it again over a steadier connection.',
      }),
    );
  });
  const signal = requestSignal(reply, bounds.requestTimeoutMs, silent.signal);
  addAbortListener(signal, () => request.raw.unpipe());
  return signal;
}

function refuseLarge(request: FastifyRequest, limitBytes: number): void {
  // The form around the file is small.
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limitBytes + bounds.bodyBytes) throw tooLarge(limitBytes);
}

function tooLarge(limitBytes: number): ExpectedError {
  const limit = `${Math.floor(limitBytes / (1024 * 1024))} MB`;
  return new ExpectedError(
    'too-large',
    'upload.too-large',
    `The upload is larger than ${limitBytes < 1024 * 1024 ? `${limitBytes} bytes` : limit}.`,
    { fix: 'Send a smaller export, or raise PERSONATE_UPLOAD_LIMIT_MB.' },
  );
}

function missing(): ExpectedError {
  return new ExpectedError('invalid', 'upload.missing', 'The form holds no file.', {
    fix: 'Send the export in a field named "file".',
    param: 'file',
  });
}

function reasonOf(signal: AbortSignal): unknown {
  return signal.reason;
}

/** The form parser's errors have no code and no status. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ExpectedError) return error;
  if (!/multipart|boundary|part terminated|malformed/i.test(error.message)) return error;
  return new ExpectedError('invalid', 'upload.broken', 'The form ended before its file did.', {
    fix: 'Send the whole form again, as multipart/form-data.',
    cause: error,
  });
}

/** The last part of the name, without what a terminal or a file system would act on. */
export function safeName(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- these are what is removed
  const clean = last.replaceAll(/[\u0000-\u001f\u007f-\u009f<>:"|?*]/g, '').trim();
  const name = Array.from(clean).slice(-200).join('').replace(/^\.+/, '');
  return name === '' ? 'upload' : name;
}
