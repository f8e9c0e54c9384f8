import { ExpectedError, type ErrorKind } from '@personate/contracts';
import { isDatabaseAway, isDatabaseReadOnly, isDatabaseSlow } from '@personate/records';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { InvalidRequestError } from './problem.ts';

const framework: Record<string, { kind: ErrorKind; code: string; fix: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    kind: 'too-large',
    code: 'request.too-large',
    fix: 'Send a smaller body; exports go to POST /v1/personas/{id}/ingestions as multipart/form-data.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'unsupported',
    code: 'request.media-type',
    fix: 'Set Content-Type to application/json, or to what /openapi.json says for this route.',
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    kind: 'unsupported',
    code: 'request.media-type',
    fix: 'Send the file as multipart/form-data.',
  },
  FST_ERR_HANDLER_TIMEOUT: {
    kind: 'timeout',
    code: 'request.timeout',
    fix: 'Try again in a while.',
  },
  FST_REQ_FILE_TOO_LARGE: {
    kind: 'too-large',
    code: 'upload.too-large',
    fix: 'Send a smaller export, or raise PERSONATE_UPLOAD_LIMIT_MB.',
  },
  FST_FILES_LIMIT: {
    kind: 'invalid',
    code: 'upload.one-file',
    fix: 'Send one file a request; pack several into a zip.',
  },
};

/** The file system's codes, and Postgres' `disk_full`. */
const outOfSpace = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** The failure as one that was foreseen, or null when it is a bug. */
export function expectedError(error: unknown): ExpectedError | null {
  if (error instanceof ExpectedError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new InvalidRequestError(
      error.validation.slice(0, 20).map(({ instancePath, message }) => ({
        path: memberPath(instancePath.split('/').slice(1)),
        message: message ?? 'not valid',
      })),
    );
  }
  if (!(error instanceof Error)) return null;
  if (error.name === 'TimeoutError') {
    return new ExpectedError('timeout', 'request.timeout', 'The work took too long.', {
      fix: 'Try again in a while.',
    });
  }
  if (outOfSpace.has(String((error as { code?: unknown }).code))) {
    return new ExpectedError('unavailable', 'storage.full', 'There is no room left on the disk.', {
      fix: 'Free some space on the disk of the data folder, then send it again.',
      cause: error,
    });
  }
  if (isDatabaseReadOnly(error)) {
    return new ExpectedError(
      'unavailable',
      'database.read-only',
      'The database takes no writes just now.',
      {
        fix: 'Try again in a few seconds, while another server takes over; if it stays so, look whether DATABASE_URL leads to the primary, and whether that was set to read only.',
        cause: error,
      },
    );
  }
  if (isDatabaseAway(error)) {
    return new ExpectedError(
      'unavailable',
      'database.unreachable',
      'The database does not answer.',
      {
        fix: 'Try again in a few seconds; if it stays so, look whether the database runs.',
        cause: error,
      },
    );
  }
  if (isDatabaseSlow(error)) {
    return new ExpectedError('timeout', 'database.too-slow', 'The database took too long.', {
      fix: 'Try again in a while; if it stays so, look at the load of the database.',
      cause: error,
    });
  }
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? framework[code] : undefined;
  if (known !== undefined) {
    return new ExpectedError(known.kind, known.code, sentence(error.message), { fix: known.fix });
  }
  // Fastify's own refusals of a request (a body that is no JSON, a bad URL) carry a 4xx status.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new ExpectedError('invalid', 'request.malformed', sentence(error.message), {
      fix: 'Correct the request; /openapi.json describes it.',
    });
  }
  return null;
}

/** Parses what a schema on the route cannot, with the same error. @throws InvalidRequestError. */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequestError(
    parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) => ({ path: memberPath(path.map(String)), message })),
  );
}

/** `messages[0].content` */
function memberPath(path: readonly string[]): string {
  return path
    .filter((part) => part !== '')
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
