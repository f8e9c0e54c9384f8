import {
  ExpectedError,
  knowledgeMapSchema,
  knowledgeStatisticsSchema,
  passageDetailSchema,
  requireConsent,
  searchResponseSchema,
  uuidSchema,
  type Passage,
  type Principal,
} from '@personate/contracts';
import { z } from 'zod';
import { audienceOf, hasScope, principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { pageLimit, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Knowledge'];

export function routeKnowledge(app: App, { deps, closed }: RouteContext): void {
  const { knowledge, personas } = deps;
  /** Who keeps the persona may read what it knows before it may speak; who only asks it may not. */
  const admit = async (principal: Principal, id: string): Promise<void> => {
    const { consent } = await personas.get(id);
    if (!hasScope(principal, 'review') && !hasScope(principal, 'ingest'))
      requireConsent(id, consent);
  };
  app.get(
    '/v1/personas/:id/knowledge/search',
    {
      config: { access: ['chat', 'review', 'ingest'] },
      schema: {
        operationId: 'searchKnowledge',
        summary: 'Passages that bear on a question, with every score explained',
        tags,
        params: personaParams,
        querystring: z.object({ q: z.string().min(1).max(4_000), k: pageLimit(100, 10) }),
        response: { 200: searchResponseSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await admit(principalOf(request), id);
      const { results, degraded, timings } = await knowledge.search({
        personaId: id,
        question: request.query.q,
        k: request.query.k,
        audience: audienceOf(principalOf(request)),
        signal: requestSignal(reply, bounds.workMs, closed),
      });
      return {
        results,
        ...(degraded.length === 0 ? {} : { degraded: [...degraded] }),
        timings: { ...timings },
      };
    },
  );

  app.get(
    '/v1/personas/:id/knowledge/passages/:passageId',
    {
      config: { access: ['chat', 'review', 'ingest'] },
      schema: {
        operationId: 'readPassage',
        summary: 'A passage, where it comes from, and its neighbours',
        tags,
        params: personaParams.extend({ passageId: uuidSchema }),
        response: { 200: passageDetailSchema },
      },
    },
    async (request, reply) => {
      const { id, passageId } = request.params;
      await admit(principalOf(request), id);
      const audience = audienceOf(principalOf(request));
      const signal = requestSignal(reply, bounds.workMs, closed);
      const read = (passageIds: readonly string[]) =>
        knowledge.passages({ personaId: id, passageIds, audience, signal });
      const [passage] = await read([passageId]);
      if (passage === undefined) throw passageMissing(id, passageId);
      const around = await read([...passage.before, ...passage.after]);
      // Neighbours are named nearest first; people read them in their order.
      return {
        passage,
        before: inOrder(passage.before, around).toReversed(),
        after: inOrder(passage.after, around),
      };
    },
  );

  app.get(
    '/v1/personas/:id/knowledge/statistics',
    {
      config: { access: ['chat', 'review', 'ingest'] },
      schema: {
        operationId: 'readKnowledgeStatistics',
        summary: 'How much the persona knows, by kind and source, and of which time',
        tags,
        params: personaParams,
        response: { 200: knowledgeStatisticsSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await admit(principalOf(request), id);
      return knowledge.statistics(id, requestSignal(reply, bounds.workMs, closed));
    },
  );

  app.get(
    '/v1/personas/:id/knowledge/map',
    {
      config: { access: ['chat', 'review', 'ingest'] },
      schema: {
        operationId: 'mapKnowledge',
        summary: 'What the persona knows, seen from above: topics, time, kinds, sources',
        tags,
        params: personaParams,
        response: { 200: knowledgeMapSchema },
      },
    },
    async (request, reply) => {
      await admit(principalOf(request), request.params.id);
      return deps.map({
        personaId: request.params.id,
        audience: audienceOf(principalOf(request)),
        signal: requestSignal(reply, bounds.workMs, closed),
      });
    },
  );

  app.delete(
    '/v1/personas/:id/knowledge/documents/:documentKey',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'removeDocument',
        summary:
          'Erase a document, also from turns and versions that hold its words; a new import does not bring it back unless it changed',
        tags,
        params: personaParams.extend({ documentKey: uuidSchema }),
        response: {
          200: z.object({
            knowledgeRevision: z.number().int(),
            /** Its receipt. */
            erasureId: uuidSchema.optional(),
          }),
        },
      },
    },
    async (request, reply) => {
      const { id, documentKey } = request.params;
      return knowledge.removeDocument({
        personaId: id,
        documentKey,
        requestedBy: principalOf(request).keyId,
        signal: requestSignal(reply, bounds.workMs, closed),
      });
    },
  );
}

function inOrder(ids: readonly string[], passages: readonly Passage[]): Passage[] {
  return ids.flatMap((id) => passages.find(({ passageId }) => passageId === id) ?? []);
}

function passageMissing(personaId: string, passageId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'passage.missing',
    `Persona "${personaId}" has no passage ${passageId}.`,
    {
      fix: 'It may have been replaced by a newer import, or removed; search again with GET /v1/personas/{id}/knowledge/search.',
    },
  );
}
