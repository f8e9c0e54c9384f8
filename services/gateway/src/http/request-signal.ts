import { ExpectedError, joinSignals } from '@personate/contracts';
import type { FastifyReply } from 'fastify';
import { whenClosed } from './when-closed.ts';

/**
 * Aborts when the client has gone, after the bound, or with any of the others. The response's `close` is listened
 * to, since a request's comes as soon as its body was read.
 */
export function requestSignal(
  reply: FastifyReply,
  timeoutMs: number,
  ...others: AbortSignal[]
): AbortSignal {
  const controller = new AbortController();
  const { signal, release } = joinSignals(controller.signal, ...others);
  const { raw } = reply;
  const timer = setTimeout(() => controller.abort(tookTooLong(timeoutMs)), timeoutMs).unref();
  whenClosed(raw, () => {
    clearTimeout(timer);
    if (!raw.writableFinished) controller.abort();
    release();
  });
  if (raw.destroyed) controller.abort();
  return signal;
}

/** Whether it aborted because nobody is there any more to be told. */
export function clientGone(signal: AbortSignal): boolean {
  return signal.aborted && (signal.reason as { name?: unknown } | null)?.name === 'AbortError';
}

export function serverClosing(): ExpectedError {
  return new ExpectedError('unavailable', 'server.closing', 'The server is closing.', {
    fix: 'Send it again when the server is back.',
  });
}

export function tookTooLong(timeoutMs: number): ExpectedError {
  return new ExpectedError(
    'timeout',
    'request.timeout',
    `The work took longer than ${Math.round(timeoutMs / 1_000)} s.`,
    { fix: 'Try again in a while.' },
  );
}
