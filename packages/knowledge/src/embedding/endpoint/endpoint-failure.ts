import { ExpectedError, shownUrl, type ErrorKind } from '@personate/contracts';

/** What went wrong at an embeddings endpoint; every one is settled in the table below. */
export type Failure =
  | 'timeout'
  | 'throttled'
  | 'unreachable'
  | 'server-error'
  | 'unauthorised'
  | 'no-such-model'
  | 'rejected'
  | 'garbage'
  | 'wrong-size'
  | 'cuts-texts'
  | 'resting';

interface FailureRow {
  kind: Extract<ErrorKind, 'timeout' | 'throttled' | 'unavailable' | 'upstream'>;
  code: string;
  message: string;
  fix: string;
  /** The same call may succeed a moment later. */
  passing: boolean;
}

const table: Readonly<Record<Failure, FailureRow>> = {
  timeout: {
    kind: 'timeout',
    code: 'embedding.timeout',
    passing: true,
    message: 'The embeddings endpoint did not answer in time.',
    fix: 'Look whether its server is overloaded, or raise PERSONATE_EMBEDDING_TIMEOUT_SECONDS.',
  },
  throttled: {
    kind: 'throttled',
    code: 'embedding.throttled',
    passing: true,
    message: 'The embeddings endpoint limits the rate of calls.',
    fix: 'Wait and try again, or raise the limit or the credit at the provider.',
  },
  unreachable: {
    kind: 'unavailable',
    code: 'embedding.unavailable',
    passing: true,
    message: 'The embeddings endpoint cannot be reached.',
    fix: 'Start its server, or correct PERSONATE_EMBEDDING_BASE_URL.',
  },
  'server-error': {
    kind: 'unavailable',
    code: 'embedding.unavailable',
    passing: true,
    message: 'The embeddings endpoint failed.',
    fix: 'Try again; if it happens often, look into the log of its server.',
  },
  resting: {
    kind: 'unavailable',
    code: 'embedding.unavailable',
    passing: false,
    message: 'The embeddings endpoint failed several times in a row and is left alone for a while.',
    fix: 'Look into the log of its server; it is tried again within a minute.',
  },
  unauthorised: {
    kind: 'upstream',
    code: 'embedding.refused',
    passing: false,
    message: 'The embeddings endpoint did not accept the key.',
    fix: 'Set PERSONATE_EMBEDDING_API_KEY to a key that is valid for PERSONATE_EMBEDDING_BASE_URL.',
  },
  'no-such-model': {
    kind: 'upstream',
    code: 'embedding.refused',
    passing: false,
    message: 'The embeddings endpoint has no such model or address.',
    fix: 'Set PERSONATE_EMBEDDING_MODEL to a model that it serves, and check that the base address ends in /v1.',
  },
  rejected: {
    kind: 'upstream',
    code: 'embedding.refused',
    passing: false,
    message: 'The embeddings endpoint rejected the request.',
    fix: 'If the log of its server says that a text was too long, lower PERSONATE_EMBEDDING_MAX_TOKENS to the model’s window.',
  },
  garbage: {
    kind: 'upstream',
    code: 'embedding.garbage',
    passing: false,
    message:
      'The embeddings endpoint answered with something that is no list of vectors, one a text.',
    fix: 'Check that the base address is that of an OpenAI-compatible API, and that the model is one that embeds.',
  },
  'wrong-size': {
    kind: 'upstream',
    code: 'embedding.garbage',
    passing: false,
    message: 'The embeddings endpoint answered with vectors of another size than expected.',
    fix: 'Check that the same model is served as before; if the model cannot shorten its vectors, leave PERSONATE_EMBEDDING_DIMENSIONS out.',
  },
  'cuts-texts': {
    kind: 'upstream',
    code: 'embedding.cuts-texts',
    passing: false,
    message:
      'The embeddings endpoint cuts texts silently: two that differ only at their end got the same vector.',
    fix: 'Lower PERSONATE_EMBEDDING_MAX_TOKENS to the window that the model really has there.',
  },
};

/** Thrown inside; what leaves the embedder is an ExpectedError. */
export class EndpointFailure extends Error {
  readonly failure: Failure;
  /** How long the endpoint asked to be left alone. */
  readonly retryAfterMs: number | null;
  readonly status: number | undefined;

  constructor(failure: Failure, more: { status?: number; retryAfterMs?: number | null } = {}) {
    super(failure);
    this.failure = failure;
    this.status = more.status;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }

  get passing(): boolean {
    return table[this.failure].passing;
  }

  /** Neither the upstream's message nor its headers are kept: both may hold the key or a text. */
  explain(baseUrl: string): ExpectedError {
    const { kind, code, message, fix } = table[this.failure];
    const place =
      this.status === undefined ? shownUrl(baseUrl) : `${shownUrl(baseUrl)}, HTTP ${this.status}`;
    return new ExpectedError(kind, code, message, { fix, place });
  }
}

export function failureOfStatus(status: number): Failure {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'no-such-model';
  if (status === 429) return 'throttled';
  return status >= 500 || status === 408 ? 'server-error' : 'rejected';
}
