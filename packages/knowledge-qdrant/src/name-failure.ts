import {
  QdrantClientResourceExhaustedError,
  QdrantClientUnexpectedResponseError,
} from '@qdrant/js-client-rest';
import { z } from 'zod';
import type { QdrantFailureName } from './qdrant-failure.ts';

/** HTTP errors come as anonymous subclasses of an ApiError that the client does not export. */
const answerSchema = z.object({ status: z.int(), data: z.unknown() });
const problemSchema = z.object({ status: z.object({ error: z.string() }) });
/** By name, not by class: an error of another realm (a sandbox, a worker) is one too. */
const networkSchema = z.object({
  name: z.literal('TypeError'),
  message: z.enum(['fetch failed', 'terminated']),
  cause: z.object({ code: z.string().default(''), message: z.string().default('') }).optional(),
});
/** The client's own mistake: a `Retry-After` that begins with no digit. */
const throttledSchema = z.object({ name: z.literal('CustomError'), message: z.string() });

/** Of Node, of undici and of OpenSSL: the codes that a `TypeError: fetch failed` has in its cause. */
const causes: Readonly<Record<string, QdrantFailureName>> = {
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  ECONNRESET: 'interrupted',
  // Also what a request above the server's limit meets: it is refused before it was read to its end.
  EPIPE: 'interrupted',
  UND_ERR_SOCKET: 'interrupted',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'interrupted',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'interrupted',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  HPE_INVALID_CONSTANT: 'alien',
  // It has no code: of Node's fetch, where it is told to follow none.
  'unexpected redirect': 'alien',
  ERR_SSL_WRONG_VERSION_NUMBER: 'alien',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'alien',
};
const certificate = /^(?:CERT_|ERR_TLS_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/;

const statuses: Readonly<Record<number, QdrantFailureName>> = {
  400: 'rejected',
  401: 'refusedKey',
  403: 'forbidden',
  404: 'missing',
  405: 'alien',
  408: 'timeout',
  409: 'exists',
  413: 'tooLarge',
  422: 'rejected',
  429: 'throttled',
  500: 'internal',
  502: 'overloaded',
  503: 'overloaded',
  504: 'timeout',
};

export interface NamedFailure {
  name: QdrantFailureName;
  /** What Qdrant said, shortened. */
  detail: string;
}

/** Null for what is no failure of Qdrant: a bug of ours. */
export function nameFailure(error: unknown): NamedFailure | null {
  if (error instanceof QdrantClientResourceExhaustedError)
    return { name: 'throttled', detail: error.message };
  // Neither 200 nor 201, yet no error.
  if (error instanceof QdrantClientUnexpectedResponseError) return { name: 'alien', detail: '' };
  // A body that ends early or is no JSON.
  if (error instanceof SyntaxError) return { name: 'alien', detail: error.message };
  const answer = answerSchema.safeParse(error);
  if (answer.success) return ofAnswer(answer.data);
  const network = networkSchema.safeParse(error);
  if (network.success) return ofNetwork(network.data);
  const throttled = throttledSchema.safeParse(error);
  if (throttled.success) return { name: 'throttled', detail: throttled.data.message };
  return null;
}

function ofAnswer({ status, data }: z.infer<typeof answerSchema>): NamedFailure {
  const problem = problemSchema.safeParse(data);
  const detail = problem.success ? problem.data.status.error.slice(0, 300) : `status ${status}`;
  const name = statuses[status] ?? (status >= 500 ? 'internal' : 'alien');
  // Qdrant has no status of its own for these; they are decided on the text that its source has.
  if (name === 'internal' && /no space left|out of memory/i.test(detail))
    return { name: 'full', detail };
  if (/storage locked|read-only file system|permission denied \(os error/i.test(detail))
    return { name: 'readOnly', detail };
  // Also read to its end it is refused with 400, not with 413.
  if (status === 400 && /^JSON payload .* larger than allowed/.test(detail))
    return { name: 'tooLarge', detail };
  return { name, detail };
}

function ofNetwork({ message, cause }: z.infer<typeof networkSchema>): NamedFailure {
  const detail = (cause?.code || cause?.message || message).slice(0, 300);
  if (message === 'terminated') return { name: 'interrupted', detail };
  const name = causes[detail] ?? (certificate.test(detail) ? 'untrusted' : 'unreachable');
  return { name, detail };
}
