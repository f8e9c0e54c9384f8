import { erasureSchema, instantSchema, userExportSchema } from '@personate/contracts';
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
        }),
        response: { 200: userExportSchema },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      const { user: userId } = request.params;
      const { limit, before } = request.query;
      const page = await conversations.list({
        userId,
        limit,
        ...(before === undefined ? {} : { before }),
      });
      const whole = [];
      for (const { conversationId } of page) {
        const conversation = await conversations.get(conversationId);
        if (conversation !== null) whole.push(conversation);
      }
      return {
        userId,
        memories: await memories.list({ userId, limit: mostMemories }),
        conversations: whole,
        next: page.length === limit ? (page.at(-1)?.lastAt ?? null) : null,
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
