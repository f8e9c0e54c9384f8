import { ExpectedError } from '@personate/contracts';
import type { FastifyInstance } from 'fastify';
import { Transform } from 'node:stream';

/** Small bodies must be here by then; a client that drips them does not hold a connection. */
export function setBodyDeadline(app: FastifyInstance, deadlineMs: number): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (request.routeOptions.config?.upload === true || request.isMultipart()) return payload;
    const timed = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
    const timer = setTimeout(() => {
      timed.destroy(
        new ExpectedError('invalid', 'request.too-slow', 'The body did not come in time.', {
          fix: `Send the whole body within ${deadlineMs / 1_000} s.`,
        }),
      );
    }, deadlineMs);
    timed.once('close', () => clearTimeout(timer));
    payload.once('error', (error) => timed.destroy(error));
    payload.once('aborted', () => timed.destroy(new Error('the client has gone')));
    return payload.pipe(timed);
  });
}
