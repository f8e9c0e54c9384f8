import { STATUS_CODES, type Server } from 'node:http';
import type { Socket } from 'node:net';
import {
  LogController,
  type FastifyHttpOptions,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GatewayDeps } from '../deps.ts';
import { problemOf, sendProblem } from './handle-errors.ts';

/** Every bound of the HTTP server in one place. */
export const bounds = {
  bodyBytes: 1024 * 1024,
  /** A persona with thousands of typical responses. */
  personaBodyBytes: 8 * 1024 * 1024,
  headerBytes: 16 * 1024,
  bodyDeadlineMs: 30_000,
  /** Of the rest of a body whose request is refused already. */
  hearOutMs: 1_000,
  headersTimeoutMs: 15_000,
  /** A whole request with its body: an upload of gigabytes over a slow line. */
  requestTimeoutMs: 2 * 3_600_000,
  /** Neither side said anything: a peer that has gone, or that does not read its stream. */
  silenceMs: 10 * 60_000,
  uploadSilenceMs: 60_000,
  keepAliveMs: 72_000,
  connections: 1_000,
  /** Reads and writes that should be quick: what heeds a signal, then whatever does not. */
  workMs: 30_000,
  answerMs: 45_000,
  inspectMs: 10 * 60_000,
  /** A whole answer, whatever the speaker allows itself. */
  chatMs: 15 * 60_000,
  healthMs: 2_000,
  /** An answer that is under way when the server closes may go on for this long. */
  closingGraceMs: 5_000,
} as const;

export function serverOptions(deps: Pick<GatewayDeps, 'log' | 'newId'>) {
  return {
    loggerInstance: deps.log,
    // Fastify's own lines hold the address as sent; see log-requests.ts.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    requestIdHeader: false,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : deps.newId();
    },
    bodyLimit: bounds.bodyBytes,
    requestTimeout: bounds.requestTimeoutMs,
    connectionTimeout: bounds.silenceMs,
    keepAliveTimeout: bounds.keepAliveMs,
    http: { maxHeaderSize: bounds.headerBytes, headersTimeout: bounds.headersTimeoutMs },
    exposeHeadRoutes: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBrokenRequest,
    // Before any route: an address that cannot be decoded, a member of it that is too long.
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply as FastifyReply, problemOf(error, request as FastifyRequest));
    },
    routerOptions: { maxParamLength: 1_600 },
  } satisfies FastifyHttpOptions<Server>;
}

/** For what is no HTTP at all, so that no route ever sees it. */
function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 408
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 431
        : 400;
  const code = {
    408: 'request.too-slow',
    431: 'request.headers-too-large',
    400: 'request.malformed',
  }[status];
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const fix = 'Send a well-formed HTTP request.';
  const body = JSON.stringify({
    type: `urn:personate:problem:${code}`,
    title,
    status,
    detail: `${title}.`,
    code,
    fix,
    instance: '',
    error: { message: `${title}. ${fix}`, type: 'invalid_request_error', code, param: null },
  });
  const head = `HTTP/1.1 ${status} ${title}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/problem+json\r\nConnection: close\r\n\r\n`;
  if (socket.writable) socket.write(head + body);
  socket.destroySoon();
}
