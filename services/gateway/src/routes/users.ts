import { erasureSchema, instantSchema, userExportSchema, uuidSchema } from '@personate/contracts';
import { z } from 'zod';
import { erase } from '../erase.ts';
import { exportUser } from '../export-user.ts';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { pageLimit, type App, type RouteContext } from '../route-context.ts';

const tags = ['Users'];
const params = z.object({ user: z.string().min(1).max(512) });

/** A user as the requests' `user` names them, over all personas. */
export function routeUsers(app: App, context: RouteContext): void {
  app.get(
    '/v1/users/:user',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'exportUser',
        summary:
          'All that is kept of a user, in pages of at most 8 MB: memories with the first, and conversations',
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
      const { limit, before, beforeId } = request.query;
      return exportUser(context.deps, {
        userId: request.params.user,
        limit,
        ...(before === undefined ? {} : { before }),
        ...(beforeId === undefined ? {} : { beforeId }),
      });
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
