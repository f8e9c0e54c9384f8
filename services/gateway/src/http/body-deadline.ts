import { ExpectedError } from '@personate/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Transform } from 'node:stream';
import { whenClosed } from './when-closed.ts';

/** Small bodies must be here by then; a client that drips them does not hold a connection. */
export function setBodyDeadline(app: FastifyInstance, deadlineMs: number): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    if (!hasBody(request) || isStreamed(request)) return payload;
    const timed = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
    // A body that no parser wants is never read: then nobody else listens.
    timed.on('error', () => {});
    const timer = setTimeout(() => timed.destroy(tooSlow(deadlineMs)), deadlineMs);
    timed.once('close', () => clearTimeout(timer));
    whenClosed(reply.raw, () => timed.destroy());
    payload.once('error', (error) => timed.destroy(error));
    return payload.pipe(timed);
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isStreamed(request: FastifyRequest): boolean {
  const type = request.headers['content-type'] ?? '';
  return request.routeOptions.config?.upload === true && type.startsWith('multipart/form-data');
}

function tooSlow(deadlineMs: number): ExpectedError {
  return new ExpectedError('invalid', 'request.too-slow', 'The body did not come in time.', {
    fix: `Send the whole body within ${deadlineMs / 1_000} s.`,
  });
}
