import { problemDocumentSchema } from '@personate/contracts';

/** A call that failed, with what to do about it. */
export class PersonateError extends Error {
  override readonly name = 'PersonateError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable: `persona.missing`; `network.*` and `client.*` are the client's own. */
  readonly code: string;
  readonly fix: string;
  /** The request's member that was wrong, if one was. */
  readonly param: string | null;

  constructor(
    status: number,
    code: string,
    message: string,
    options: { fix: string; param?: string | null; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = status;
    this.code = code;
    this.fix = options.fix;
    this.param = options.param ?? null;
  }
}

/** The error that a problem document tells; anything else is somebody else's answer. */
export function errorFromBody(status: number, body: unknown): PersonateError {
  const problem = problemDocumentSchema.safeParse(body);
  if (problem.success) {
    const { detail, code, fix, error } = problem.data;
    return new PersonateError(problem.data.status, code, detail, { fix, param: error.param });
  }
  return new PersonateError(
    status,
    'client.not-personate',
    `The server answered ${status}, and not as Personate does.`,
    { fix: 'Check the address: it may be another server’s, or a proxy’s.' },
  );
}

export function unreachable(baseUrl: string, cause: unknown): PersonateError {
  const where = baseUrl === '' ? 'this address' : baseUrl;
  const why = reasonOf(cause);
  return new PersonateError(
    0,
    'network.unreachable',
    `Nothing answers at ${where}${why === undefined ? '' : ` (${why})`}.`,
    {
      fix: `Start the server with \`npm start\`, or check that ${where} is the right address.`,
      cause,
    },
  );
}

/** `ECONNREFUSED` and the like: fetch hides it in its error's cause. */
function reasonOf(error: unknown): string | undefined {
  const cause = member(error, 'cause');
  const code = member(cause, 'code');
  return typeof code === 'string' ? code : undefined;
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (Reflect.get(of, name) as unknown) : undefined;
}

export function tooSlow(timeoutMs: number): PersonateError {
  return new PersonateError(
    0,
    'network.timeout',
    `No answer came within ${Math.round(timeoutMs / 1_000)} s.`,
    { fix: 'Try again; see the server’s log for what it is doing.' },
  );
}

export function unreadable(cause: unknown): PersonateError {
  return new PersonateError(
    0,
    'client.answer-invalid',
    'The server’s answer does not have the shape this client knows.',
    { fix: 'Use a client and a server of the same version.', cause },
  );
}

/** Before anything is sent. */
export function noName(name: string): PersonateError {
  return new PersonateError(0, 'client.no-name', `"${name}" names nothing.`, {
    fix: 'Name it by its id, as the lists show it.',
  });
}

/** After an answer had begun. */
export function cutOff(cause?: unknown): PersonateError {
  return new PersonateError(0, 'network.cut', 'The answer broke off.', {
    fix: 'Try again; what the server had stored by then is kept.',
    cause,
  });
}
