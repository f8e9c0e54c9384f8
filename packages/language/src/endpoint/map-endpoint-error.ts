import { ExpectedError, retryAfterMs, shownUrl } from '@personate/contracts';

/** What went wrong at an endpoint; every one is settled in the table below. */
export type EndpointFailure =
  | 'timeout'
  | 'throttled'
  | 'unreachable'
  | 'cut'
  | 'server-error'
  | 'unauthorised'
  | 'no-such-model'
  | 'rejected'
  | 'filtered'
  | 'garbage';

interface FailureRow {
  kind: 'timeout' | 'throttled' | 'unavailable' | 'upstream';
  code:
    | 'model.timeout'
    | 'model.throttled'
    | 'model.unavailable'
    | 'model.garbage'
    | 'model.refused';
  message: string;
  fix: string;
  /** The same call may succeed a moment later. */
  passing: boolean;
}

const failures: Readonly<Record<EndpointFailure, FailureRow>> = {
  timeout: {
    kind: 'timeout',
    code: 'model.timeout',
    passing: false,
    message: 'The model endpoint did not answer in time.',
    fix: 'Look whether the model server is overloaded, or choose a smaller model.',
  },
  throttled: {
    kind: 'throttled',
    code: 'model.throttled',
    passing: true,
    message: 'The model endpoint limits the rate of calls.',
    fix: 'Wait and ask again, or raise the limit or the credit at the provider.',
  },
  unreachable: {
    kind: 'unavailable',
    code: 'model.unavailable',
    passing: true,
    message: 'The model endpoint cannot be reached.',
    fix: 'Start the model server, or correct OPENAI_BASE_URL.',
  },
  cut: {
    kind: 'unavailable',
    code: 'model.unavailable',
    passing: true,
    message: 'The model endpoint broke off its reply.',
    fix: 'Ask again; if it happens often, look into the log of the model server.',
  },
  'server-error': {
    kind: 'unavailable',
    code: 'model.unavailable',
    passing: true,
    message: 'The model endpoint failed.',
    fix: 'Ask again; if it happens often, look into the log of the model server.',
  },
  unauthorised: {
    kind: 'upstream',
    code: 'model.refused',
    passing: false,
    message: 'The model endpoint did not accept the key.',
    fix: 'Set OPENAI_API_KEY to a key that is valid for OPENAI_BASE_URL.',
  },
  'no-such-model': {
    kind: 'upstream',
    code: 'model.refused',
    passing: false,
    message: 'The model endpoint has no such model or address.',
    fix: 'Set PERSONATE_CHAT_MODEL to a model that GET /models of the endpoint lists, and check that OPENAI_BASE_URL ends in /v1.',
  },
  rejected: {
    kind: 'upstream',
    code: 'model.refused',
    passing: false,
    message: 'The model endpoint rejected the request.',
    fix: 'The prompt may be longer than the model’s context: choose a model with a longer one.',
  },
  filtered: {
    kind: 'upstream',
    code: 'model.refused',
    passing: false,
    message: 'The model endpoint’s filter held the reply back.',
    fix: 'Put the question in other words.',
  },
  garbage: {
    kind: 'upstream',
    code: 'model.garbage',
    passing: false,
    message: 'The model endpoint answered nothing that can be read.',
    fix: 'Check that OPENAI_BASE_URL is an OpenAI-compatible API that streams.',
  },
};

/** Neither the upstream's message nor its headers are kept: both may hold the key. */
export function endpointError(
  failure: EndpointFailure,
  baseUrl: string,
  status?: number,
): ExpectedError {
  const { kind, code, message, fix } = failures[failure];
  const place = status === undefined ? shownUrl(baseUrl) : `${shownUrl(baseUrl)}, HTTP ${status}`;
  return new ExpectedError(kind, code, message, { fix, place });
}

export function isPassing(failure: EndpointFailure): boolean {
  return failures[failure].passing;
}

/** Sorts what the HTTP client threw; `spoke`: tokens had come already. */
export function failureOf(error: unknown, spoke: boolean): EndpointFailure {
  const status = statusOf(error);
  if (status !== null) return failureOfStatus(status);
  if (error instanceof SyntaxError) return 'garbage';
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return 'timeout';
  if (name === 'ContextOverflowError') return 'rejected';
  return spoke ? 'cut' : 'unreachable';
}

export function failureOfStatus(status: number): EndpointFailure {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'no-such-model';
  if (status === 408 || status === 504) return 'server-error';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server-error' : 'rejected';
}

export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}

/** How long the endpoint that failed asked to be left alone; null: it did not say. */
export function askedWaitMs(error: unknown, now: number): number | null {
  if (typeof error !== 'object' || error === null || !('headers' in error)) return null;
  return error.headers instanceof Headers ? retryAfterMs(error.headers, now) : null;
}
