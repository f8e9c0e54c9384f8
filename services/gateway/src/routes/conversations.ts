import {
  conversationSchema,
  conversationSummarySchema,
  ExpectedError,
  instantSchema,
  personaIdSchema,
  uuidSchema,
  type Conversation,
  type Principal,
  type Turn,
} from '@personate/contracts';
import { z } from 'zod';
import { hasScope, maySee, principalOf, requirePersona } from '../http/access.ts';
import { listOf, nothing, pageLimit, type App, type RouteContext } from '../route-context.ts';

const tags = ['Conversations'];
const params = z.object({ conversationId: uuidSchema });

/**
 * A chat key sees the conversations held with itself; one with `review` those of its personas that were told nothing
 * but what its own groups may see; an admin all.
 */
export function routeConversations(app: App, { deps: { conversations } }: RouteContext): void {
  const read = async (principal: Principal, conversationId: string): Promise<Conversation> => {
    const found = await conversations.get(conversationId);
    if (found === null || !mayRead(principal, found)) throw conversationMissing(conversationId);
    return found;
  };

  app.get(
    '/v1/conversations',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'listConversations',
        summary: 'Conversations, latest first',
        tags,
        querystring: z.object({
          persona: personaIdSchema.optional(),
          user: z.string().min(1).max(512).optional(),
          limit: pageLimit(200, 50),
          /** The `lastAt` of the last one seen. */
          before: instantSchema.optional(),
          /** Its `conversationId`: several may have ended at the same instant. */
          beforeId: uuidSchema.optional(),
        }),
        response: { 200: listOf(conversationSummarySchema) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { user, limit, before, beforeId } = request.query;
      const persona = request.query.persona ?? onlyPersona(principal);
      if (persona !== undefined) requirePersona(principal, persona);
      return {
        items: await conversations.list({
          ...(persona === undefined ? {} : { personaId: persona }),
          ...(user === undefined ? {} : { userId: user }),
          ...readableBy(principal),
          limit,
          ...(before === undefined ? {} : { before }),
          ...(beforeId === undefined ? {} : { beforeId }),
        }),
      };
    },
  );

  app.get(
    '/v1/conversations/:conversationId',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'readConversation',
        summary: 'A conversation with its turns and their evidence',
        tags,
        params,
        response: { 200: conversationSchema },
      },
    },
    (request) => read(principalOf(request), request.params.conversationId),
  );

  app.delete(
    '/v1/conversations/:conversationId',
    {
      config: { access: ['chat', 'review'] },
      schema: {
        operationId: 'deleteConversation',
        summary:
          'Delete a conversation and its turns; what was learnt from it stays in the memories',
        tags,
        params,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const { conversationId } = request.params;
      await read(principalOf(request), conversationId);
      await conversations.delete(conversationId);
      return reply.code(204).send();
    },
  );
}

function readableBy(principal: Principal): {
  keyId?: string;
  reader?: { keyId: string; audience: readonly string[] };
} {
  const { keyId, audience } = principal;
  if (hasScope(principal, 'admin')) return {};
  return hasScope(principal, 'review') ? { reader: { keyId, audience } } : { keyId };
}

function mayRead(principal: Principal, { personaId, keyId, history }: Conversation): boolean {
  if (!maySee(principal, personaId)) return false;
  if (keyId === principal.keyId || hasScope(principal, 'admin')) return true;
  return hasScope(principal, 'review') && history.every((turn) => wasToldTo(principal, turn));
}

/** A turn of which it is not known who could see its evidence was told to nobody else. */
function wasToldTo({ audience: own }: Principal, { extension: { audience } }: Turn): boolean {
  return audience?.every((group) => own.includes(group)) ?? false;
}

/** Which persona a list is of when the request does not say; undefined: of all. */
function onlyPersona(principal: Principal): string | undefined {
  if (principal.personas === null) return undefined;
  if (principal.personas.length === 1) return principal.personas[0];
  throw new ExpectedError(
    'invalid',
    'conversation.persona-unstated',
    'This key is for several personas; the request must name one.',
    { fix: `Add ?persona= with one of ${principal.personas.join(', ')}.`, param: 'persona' },
  );
}

function conversationMissing(conversationId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'conversation.missing',
    `There is no conversation ${conversationId} for this key.`,
    { fix: 'List them with GET /v1/conversations.' },
  );
}
