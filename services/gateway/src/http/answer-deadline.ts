import type { FastifyInstance } from 'fastify';
import { problemOf, sendProblem } from './handle-errors.ts';
import { tookTooLong } from './request-signal.ts';
import { whenClosed } from './when-closed.ts';

/**
 * Every request is answered within a bound, whatever hangs behind it; one that has begun to stream has its own.
 * Fastify's `handlerTimeout` does not serve: on Node 20 it is off as soon as the request's body was read.
 */
export function setAnswerDeadline(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRequest', async (request, reply) => {
    const deadlineMs = request.routeOptions.config?.answerMs ?? usualMs;
    const timer = setTimeout(() => {
      // `sent` is true only once a stream has ended; what has its head out already has begun.
      if (reply.sent || reply.raw.headersSent) return;
      void sendProblem(reply, problemOf(tookTooLong(deadlineMs), request));
    }, deadlineMs).unref();
    whenClosed(reply.raw, () => clearTimeout(timer));
  });
}
