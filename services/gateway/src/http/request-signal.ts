import { ExpectedError } from '@personate/contracts';
import type { FastifyReply } from 'fastify';

/**
 * Aborts when the client has gone, or after the bound. The response's `close` is listened to, since a request's
 * comes as soon as its body was read.
 */
export function requestSignal(
  reply: FastifyReply,
  timeoutMs: number,
  ...others: AbortSignal[]
): AbortSignal {
  const gone = new AbortController();
  const { raw } = reply;
  if (raw.destroyed) gone.abort();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return AbortSignal.any([gone.signal, AbortSignal.timeout(timeoutMs), ...others]);
}

/** Whether it aborted because nobody is there any more to be told. */
export function clientGone(signal: AbortSignal): boolean {
  const reason: unknown = signal.reason;
  return signal.aborted && reason instanceof Error && reason.name === 'AbortError';
}

export function serverClosing(): ExpectedError {
  return new ExpectedError('unavailable', 'server.closing', 'The server is closing.', {
    fix: 'Send it again when the server is back.',
  });
}
