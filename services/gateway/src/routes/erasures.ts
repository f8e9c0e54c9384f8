import { erasureCheckSchema, erasureSchema, ExpectedError, uuidSchema } from '@personate/contracts';
import { z } from 'zod';
import { erase } from '../erase.ts';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import {
  listOf,
  pageLimit,
  personaParams,
  queryFlag,
  type App,
  type RouteContext,
} from '../route-context.ts';

const tags = ['Erasure'];
const params = z.object({ erasureId: uuidSchema });

export function routeErasures(app: App, context: RouteContext): void {
  const { erasures, personas } = context.deps;
  app.delete(
    '/v1/personas/:id',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'erasePersona',
        summary: 'Erase a persona with its documents, stores, versions, conversations and memories',
        tags,
        params: personaParams,
        /** Without it nothing is deleted: a persona can be archived instead. */
        querystring: z.object({ erase: queryFlag.default(false) }),
        response: { 200: erasureSchema, 202: erasureSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!request.query.erase) throw eraseUnsaid(id);
      await personas.get(id);
      return erase(context, request, reply, { scope: 'persona', personaId: id });
    },
  );

  app.get(
    '/v1/erasures',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'listErasures',
        summary: 'Receipts of what was erased, newest first',
        tags,
        querystring: z.object({ limit: pageLimit(500, 100) }),
        response: { 200: listOf(erasureSchema) },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      return { items: await erasures.list({ limit: request.query.limit }) };
    },
  );

  app.get(
    '/v1/erasures/:erasureId',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'readErasure',
        summary: 'The receipt of an erasure',
        tags,
        params,
        response: { 200: erasureSchema },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      const { erasureId } = request.params;
      return (await erasures.get(erasureId)) ?? missing(erasureId);
    },
  );

  app.get(
    '/v1/erasures/:erasureId/check',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'checkErasure',
        summary: 'Count anew what is left of the erased',
        tags,
        params,
        response: { 200: erasureCheckSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { erasureId } = request.params;
      const signal = requestSignal(reply, bounds.workMs, context.closed);
      return (await erasures.check({ erasureId, signal })) ?? missing(erasureId);
    },
  );
}

function missing(erasureId: string): never {
  throw new ExpectedError('missing', 'erasure.missing', `There is no erasure ${erasureId}.`, {
    fix: 'List them with GET /v1/erasures.',
  });
}

function eraseUnsaid(personaId: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.erase-unsaid',
    'A persona is deleted for good or not at all.',
    {
      fix: `Say ?erase=true to erase it with all that it knows, or keep it out of service with POST /v1/personas/${personaId}/archive.`,
      param: 'erase',
    },
  );
}
