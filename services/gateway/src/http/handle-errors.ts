import { ExpectedError, type ProblemDocument } from '@personate/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasScope } from './access.ts';
import { expectedError } from './expected-error.ts';
import { internalProblem, toProblem } from './problem.ts';

/** The problem to tell; a bug is logged whole and told as nothing. */
export function problemOf(error: unknown, request: FastifyRequest): ProblemDocument {
  const expected = expectedError(error);
  if (expected === null) {
    // Nobody is there to be told, and `log-requests` has said so.
    if (isAbort(error) && request.raw.socket.destroyed) return internalProblem(request.id);
    request.log.error({ err: error, route: request.routeOptions.url }, 'unforeseen error');
    return internalProblem(request.id);
  }
  if (expected.status >= 500) {
    const { code, message, place, cause } = expected;
    request.log.warn(
      { code, detail: message, place, err: cause, route: request.routeOptions.url },
      'request failed',
    );
  }
  return toProblem(expected, request.id, { forOperator: isOperator(request) });
}

/** By an admin key that is not limited to some personas. Before the route's guard nobody is known. */
function isOperator({ principal }: FastifyRequest): boolean {
  return principal?.personas === null && hasScope(principal, 'admin');
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

export function sendProblem(reply: FastifyReply, problem: ProblemDocument): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  // A body that was not read whole cannot be skipped cheaply: the connection ends with the answer.
  if (problem.status === 413) reply.header('connection', 'close');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

/** One error handler for every route, and the same problem for a path that is none. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(reply, problemOf(error, request)));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problemOf(routeMissing(), request)),
  );
}

export function routeMissing(): ExpectedError {
  return new ExpectedError('missing', 'route.missing', 'There is nothing at this address.', {
    fix: 'See /openapi.json for every route; mind the method.',
  });
}
