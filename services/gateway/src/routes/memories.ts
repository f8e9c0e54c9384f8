import {
  ExpectedError,
  memorySchema,
  uuidSchema,
  type Memory,
  type Principal,
} from '@personate/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hasScope, principalOf } from '../http/access.ts';
import {
  listOf,
  nothing,
  pageLimit,
  personaParams,
  type App,
  type RouteContext,
} from '../route-context.ts';

const tags = ['Memories'];
const userQuery = z.object({ user: z.string().min(1).max(512).optional() });
const memoryParams = personaParams.extend({ memoryId: uuidSchema });

/** A key with `review` sees every user's memories; a chat key that vouches for its users, one named user's. */
export function routeMemories(app: App, { deps: { memories, personas } }: RouteContext): void {
  const read = async (
    request: FastifyRequest,
    at: { id: string; memoryId: string },
    user: string | undefined,
  ): Promise<Memory> => {
    const userId = visibleUser(principalOf(request), user);
    const memory = await memories.get(at.memoryId);
    if (
      memory === null ||
      memory.personaId !== at.id ||
      memory.status === 'deleted' ||
      (userId !== undefined && memory.userId !== userId)
    ) {
      throw memoryMissing(at.id, at.memoryId);
    }
    return memory;
  };

  app.get(
    '/v1/personas/:id/memories',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'listMemories',
        summary: 'What the persona remembers of its users, newest first',
        tags,
        params: personaParams,
        querystring: userQuery.extend({ limit: pageLimit(500, 100) }),
        response: { 200: listOf(memorySchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const userId = visibleUser(principalOf(request), request.query.user);
      await personas.get(id);
      return {
        items: await memories.list({
          personaId: id,
          ...(userId === undefined ? {} : { userId }),
          limit: request.query.limit,
        }),
      };
    },
  );

  app.patch(
    '/v1/personas/:id/memories/:memoryId',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'correctMemory',
        summary: 'Correct what a memory says',
        tags,
        params: memoryParams,
        querystring: userQuery,
        body: z.strictObject({ text: z.string().trim().min(1).max(2_000) }),
        response: { 200: memorySchema },
      },
    },
    async (request) => {
      const { memoryId } = await read(request, request.params, request.query.user);
      return memories.correct(memoryId, request.body.text);
    },
  );

  app.delete(
    '/v1/personas/:id/memories/:memoryId',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'deleteMemory',
        summary: 'Forget it',
        tags,
        params: memoryParams,
        querystring: userQuery,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { memoryId } = await read(request, request.params, request.query.user);
      await memories.delete(memoryId);
      return reply.code(204).send();
    },
  );
}

/** Whose memories the request is about; undefined: everybody's. @throws ExpectedError `memory.user-*`. */
function visibleUser(principal: Principal, user: string | undefined): string | undefined {
  if (hasScope(principal, 'review')) return user;
  if (!principal.vouchesForUser) {
    throw new ExpectedError(
      'forbidden',
      'memory.user-not-vouched',
      'This key does not vouch for its users.',
      { fix: 'Use a key that vouches for its users, or one with the scope "review".' },
    );
  }
  if (user !== undefined) return user;
  throw new ExpectedError(
    'invalid',
    'memory.user-unstated',
    'The request must say whose memory it is about.',
    { fix: 'Add ?user= with the id that your chat requests send as `user`.', param: 'user' },
  );
}

function memoryMissing(personaId: string, memoryId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'memory.missing',
    `Persona "${personaId}" has no memory ${memoryId} that this key may see.`,
    { fix: `List them with GET /v1/personas/${personaId}/memories?user=….` },
  );
}
