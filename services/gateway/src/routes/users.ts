import {
  erasureSchema,
  instantSchema,
  userExportSchema,
  uuidSchema,
  type Conversation,
} from '@personate/contracts';
import { z } from 'zod';
import { erase } from '../erase.ts';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { pageLimit, type App, type RouteContext } from '../route-context.ts';

const tags = ['Users'];
const params = z.object({ user: z.string().min(1).max(512) });
const mostMemories = 10_000;

/** A user as the requests' `user` names them, over all personas. */
export function routeUsers(app: App, context: RouteContext): void {
  const { conversations, memories } = context.deps;
  app.get(
    '/v1/users/:user',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'exportUser',
        summary: 'All that is kept of a user: memories, and conversations page by page',
        tags,
        params,
        querystring: z.object({
          limit: pageLimit(100, 50),
          /** The `lastAt` of the last conversation seen. */
          before: instantSchema.optional(),
          /** Its `conversationId`: several may have ended at the same instant. */
          beforeId: uuidSchema.optional(),
        }),
        response: { 200: userExportSchema },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      const { user: userId } = request.params;
      const { limit, before, beforeId } = request.query;
      const page = await conversations.list({
        userId,
        limit,
        ...(before === undefined ? {} : { before }),
        ...(beforeId === undefined ? {} : { beforeId }),
      });
      const whole = [];
      for (const { conversationId } of page) {
        const conversation = await conversations.get(conversationId);
        if (conversation !== null) whole.push(conversation);
      }
      const remembered = await memories.list({ userId, limit: mostMemories + 1 });
      const last = page.length === limit ? page.at(-1) : undefined;
      return {
        userId,
        memories: remembered.slice(0, mostMemories),
        conversations: whole,
        next: last?.lastAt ?? null,
        nextId: last?.conversationId ?? null,
        cut: {
          memories: remembered.length > mostMemories,
          conversations: whole.filter(isCut).map(({ conversationId }) => conversationId),
        },
      };
    },
  );

  app.delete(
    '/v1/users/:user',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'eraseUser',
        summary: 'Erase a user from every persona: conversations, turns and memories',
        tags,
        params,
        response: { 200: erasureSchema, 202: erasureSchema },
      },
    },
    (request, reply) => {
      requireUnlimited(principalOf(request));
      return erase(context, request, reply, { scope: 'user', userId: request.params.user });
    },
  );
}

/** Of a very long one only the latest turns are read. */
function isCut({ turns, history }: Conversation): boolean {
  return history.filter(({ status }) => status !== 'replaced').length < turns;
}
