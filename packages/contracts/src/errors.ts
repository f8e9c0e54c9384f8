/**
 * What a foreseen failure means: its HTTP status, and whether the same call may succeed later.
 * Exhaustive on purpose: a new kind cannot be added without deciding both.
 */
const kinds = {
  invalid: { status: 400, retryable: false },
  unauthenticated: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  missing: { status: 404, retryable: false },
  conflict: { status: 409, retryable: true },
  'too-large': { status: 413, retryable: false },
  unsupported: { status: 415, retryable: false },
  unprocessable: { status: 422, retryable: false },
  throttled: { status: 429, retryable: true },
  upstream: { status: 502, retryable: true },
  unavailable: { status: 503, retryable: true },
  timeout: { status: 504, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorKind = keyof typeof kinds;
export const errorKinds = Object.keys(kinds) as ErrorKind[];

/** A failure we foresaw. Anything else that is thrown is a bug: logged whole, shown as nothing. */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';
  readonly kind: ErrorKind;
  /** Stable, dotted, for programs: `persona.missing`. */
  readonly code: string;
  /** What the reader can do about it, as one sentence. */
  readonly fix: string;
  /** The request's member that was wrong, if one was. */
  readonly param: string | undefined;
  /** Which server of the operator's it is about, and how it answered: for the log and for operators, not for who chats. */
  readonly place: string | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { fix: string; param?: string; place?: string; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.fix = options.fix;
    this.param = options.param;
    this.place = options.place;
  }

  /** What went wrong, and where: as an operator reads it. */
  get located(): string {
    return this.place === undefined ? this.message : `${this.message} (${this.place})`;
  }

  /** HTTP status. */
  get status(): number {
    return kinds[this.kind].status;
  }

  get retryable(): boolean {
    return kinds[this.kind].retryable;
  }
}

export function personaMissing(personaId: string): ExpectedError {
  return new ExpectedError('missing', 'persona.missing', `There is no persona "${personaId}".`, {
    fix: 'List the personas with GET /v1/personas or `personate persona list`, or create it with `personate persona create`.',
  });
}

export function personaArchived(personaId: string): ExpectedError {
  return new ExpectedError('conflict', 'persona.archived', `Persona "${personaId}" is archived.`, {
    fix: 'Take it out of the archive, or ask another persona.',
  });
}
