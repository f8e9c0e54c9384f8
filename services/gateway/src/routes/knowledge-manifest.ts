import {
  knowledgeManifestDiffSchema,
  knowledgeManifestSchema,
  uuidSchema,
} from '@personate/contracts';
import { z } from 'zod';
import { pageLimit, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Knowledge'];
const revision = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const page = z.object({ after: uuidSchema.optional(), limit: pageLimit(1_000, 200) });

/** Ids and hashes only; no text of any document. */
export function routeKnowledgeManifest(app: App, { deps: { revisions } }: RouteContext): void {
  app.get(
    '/v1/personas/:id/knowledge/manifest',
    {
      config: { access: ['review', 'ingest'] },
      schema: {
        operationId: 'readKnowledgeManifest',
        summary:
          'The documents that a knowledge revision names, by hash, and the jobs they came by',
        tags,
        params: personaParams,
        querystring: page.extend({ revision: revision.optional() }),
        response: { 200: knowledgeManifestSchema },
      },
    },
    (request) => {
      const { limit, after, revision: asked } = request.query;
      return revisions.manifest(request.params.id, {
        limit,
        ...(after === undefined ? {} : { after }),
        ...(asked === undefined ? {} : { revision: asked }),
      });
    },
  );

  app.get(
    '/v1/personas/:id/knowledge/manifest/diff',
    {
      config: { access: ['review', 'ingest'] },
      schema: {
        operationId: 'diffKnowledgeManifests',
        summary: 'What differs between two knowledge revisions, document by document',
        tags,
        params: personaParams,
        querystring: page.extend({ from: revision, to: revision }),
        response: { 200: knowledgeManifestDiffSchema },
      },
    },
    (request) => {
      const { limit, after, from, to } = request.query;
      return revisions.diff(request.params.id, {
        limit,
        from,
        to,
        ...(after === undefined ? {} : { after }),
      });
    },
  );
}
