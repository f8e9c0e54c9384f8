import { ExpectedError, type ErrorKind, type ProblemDocument } from '@personate/contracts';

/** Title and OpenAI's error type of each kind; a new kind does not compile without both. */
const kinds: Record<ErrorKind, { title: string; type: string }> = {
  invalid: { title: 'The request is not valid', type: 'invalid_request_error' },
  unauthenticated: { title: 'A key is needed', type: 'authentication_error' },
  forbidden: { title: 'Not allowed', type: 'permission_error' },
  missing: { title: 'Not found', type: 'invalid_request_error' },
  conflict: { title: 'It has changed meanwhile', type: 'invalid_request_error' },
  'too-large': { title: 'Too large', type: 'invalid_request_error' },
  unsupported: { title: 'This media type is not understood', type: 'invalid_request_error' },
  unprocessable: { title: 'It cannot be processed', type: 'invalid_request_error' },
  throttled: { title: 'Too many requests', type: 'rate_limit_error' },
  upstream: { title: 'A server behind this one failed', type: 'server_error' },
  unavailable: { title: 'Not available now', type: 'server_error' },
  timeout: { title: 'It took too long', type: 'server_error' },
};

/** A request that does not match its schema: the first mismatch as `param`, all of them as `errors`. */
export class InvalidRequestError extends ExpectedError {
  readonly mismatches: ReadonlyArray<{ path: string; message: string }>;

  constructor(mismatches: ReadonlyArray<{ path: string; message: string }>) {
    const first = mismatches[0];
    super(
      'invalid',
      'request.invalid',
      first === undefined
        ? 'The request does not match its schema.'
        : `${first.path || 'The body'}: ${first.message}.`,
      {
        fix: 'Correct the named member; /openapi.json describes every request.',
        ...(first?.path ? { param: first.path } : {}),
      },
    );
    this.mismatches = mismatches;
  }
}

/**
 * @param instance the request's id.
 * @param options.forOperator who runs the servers behind this one may know which of them it was.
 */
export function toProblem(
  error: ExpectedError,
  instance: string,
  { forOperator = false } = {},
): ProblemDocument {
  const { title, type } = kinds[error.kind];
  const detail = forOperator ? error.located : error.message;
  return {
    type: `urn:personate:problem:${error.code}`,
    title,
    status: error.status,
    detail,
    code: error.code,
    fix: error.fix,
    instance,
    error: {
      message: `${detail} ${error.fix}`,
      type,
      code: error.code,
      param: error.param ?? null,
    },
    ...(error instanceof InvalidRequestError ? { errors: [...error.mismatches] } : {}),
  };
}

/** What a reader may know of a bug: that there was one, and under which id it was logged. */
export function internalProblem(instance: string): ProblemDocument {
  const detail = 'Something went wrong inside the server.';
  const fix = `Look for the request "${instance}" in the server’s log, and report it.`;
  return {
    type: 'urn:personate:problem:internal',
    title: 'Internal error',
    status: 500,
    detail,
    code: 'internal',
    fix,
    instance,
    error: { message: `${detail} ${fix}`, type: 'server_error', code: 'internal', param: null },
  };
}
