import { ExpectedError, shownUrl, type ErrorKind } from '@personate/contracts';
import OpenAI from 'openai';

type Failure =
  | 'timeout'
  | 'throttled'
  | 'unreachable'
  | 'server-error'
  | 'unauthorised'
  | 'no-such-thing'
  | 'rejected'
  | 'garbage';

/** The kind says whether the same call may succeed later. */
const failures: Readonly<
  Record<Failure, { kind: ErrorKind; code: string; message: string; fix: string }>
> = {
  timeout: {
    kind: 'timeout',
    code: 'training.endpoint-timeout',
    message: 'The training endpoint did not answer in time.',
    fix: 'It is asked again; look whether it is overloaded.',
  },
  throttled: {
    kind: 'throttled',
    code: 'training.endpoint-throttled',
    message: 'The training endpoint limits the rate of calls, or has no credit left.',
    fix: 'It is asked again; raise the limit or the credit at the provider.',
  },
  unreachable: {
    kind: 'unavailable',
    code: 'training.endpoint-unavailable',
    message: 'The training endpoint cannot be reached.',
    fix: 'It is asked again; look whether PERSONATE_TRAINING_BASE_URL is right, and whether the way out is open.',
  },
  'server-error': {
    kind: 'unavailable',
    code: 'training.endpoint-unavailable',
    message: 'The training endpoint failed.',
    fix: 'It is asked again; look into its log, or at the provider’s status page.',
  },
  unauthorised: {
    kind: 'forbidden',
    code: 'training.endpoint-refused',
    message: 'The training endpoint did not accept the key.',
    fix: 'Set PERSONATE_TRAINING_API_KEY to a key that may tune models there, then start another run.',
  },
  'no-such-thing': {
    kind: 'missing',
    code: 'training.endpoint-refused',
    message: 'The training endpoint has no such address, job or model.',
    fix: 'Check that PERSONATE_TRAINING_BASE_URL ends in /v1 and that the endpoint tunes models, then start another run.',
  },
  rejected: {
    kind: 'unprocessable',
    code: 'training.endpoint-refused',
    message: 'The training endpoint rejected the files or the job.',
    fix: 'Name a model that can be tuned there; what the provider says of the job stands in its own console. Then start another run.',
  },
  garbage: {
    kind: 'unprocessable',
    code: 'training.endpoint-garbage',
    message: 'The training endpoint answered nothing that can be read.',
    fix: 'Check that PERSONATE_TRAINING_BASE_URL is an API that tunes models as OpenAI’s does, then start another run.',
  },
};

/** Neither the upstream's message nor its headers are kept: both may hold the key. */
export function endpointError(failure: Failure, baseUrl: string, status?: number): ExpectedError {
  const { kind, code, message, fix } = failures[failure];
  const place = status === undefined ? shownUrl(baseUrl) : `${shownUrl(baseUrl)}, HTTP ${status}`;
  return new ExpectedError(kind, code, message, { fix, place });
}

export function failureOf(error: unknown): Failure {
  if (error instanceof OpenAI.APIConnectionTimeoutError) return 'timeout';
  if (error instanceof OpenAI.APIConnectionError) return 'unreachable';
  // A body that is no JSON, or is not what it should be.
  if (!(error instanceof OpenAI.APIError)) return 'garbage';
  const status = (error.status as number | undefined) ?? 0;
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404) return 'no-such-thing';
  if (status === 429) return 'throttled';
  if (status === 408 || status >= 500) return 'server-error';
  return 'rejected';
}
