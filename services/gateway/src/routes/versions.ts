import {
  personaDiffSchema,
  personaVersionSchema,
  versionSummarySchema,
} from '@personate/contracts';
import { diffPersona } from '@personate/personas';
import { z } from 'zod';
import { headTag } from '../expected-head.ts';
import { principalOf } from '../http/access.ts';
import { confirmSubject, requireSubjectOf } from '../require-same-subject.ts';
import { listOf, pageLimit, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Versions'];
const number = z.coerce.number().int().min(1).max(999_999_999);

export function routeVersions(app: App, { deps: { personas } }: RouteContext): void {
  app.get(
    '/v1/personas/:id/versions',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'listVersions',
        summary: 'A persona’s versions, newest first',
        tags,
        params: personaParams,
        querystring: z.object({ limit: pageLimit(500, 100), before: number.optional() }),
        response: { 200: listOf(versionSummarySchema) },
      },
    },
    async (request) => {
      const { limit, before } = request.query;
      return {
        items: await personas.versions(request.params.id, {
          limit,
          ...(before === undefined ? {} : { before }),
        }),
      };
    },
  );

  app.get(
    '/v1/personas/:id/versions/:version',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'readVersion',
        summary: 'One version with its document',
        tags,
        params: personaParams.extend({ version: number }),
        response: { 200: personaVersionSchema },
      },
    },
    (request) => personas.version(request.params.id, request.params.version),
  );

  app.get(
    '/v1/personas/:id/versions/:from/diff/:to',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'diffVersions',
        summary: 'What differs between two versions',
        tags,
        params: personaParams.extend({ from: number, to: number }),
        response: { 200: personaDiffSchema },
      },
    },
    async (request) => {
      const { id, from, to } = request.params;
      const [before, after] = await Promise.all([
        personas.version(id, from),
        personas.version(id, to),
      ]);
      return { personaId: id, from, to, changes: diffPersona(before.document, after.document) };
    },
  );

  app.post(
    '/v1/personas/:id/rollback',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'rollBackPersona',
        summary:
          'Append an earlier version’s document as the newest; only an admin changes subject or consent by it',
        tags,
        params: personaParams,
        querystring: z.object({ confirmSubject }),
        body: z.strictObject({
          version: number,
          /** Absent: whatever the head is. */
          expectedHead: number.optional(),
        }),
        response: { 200: personaVersionSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { version, expectedHead } = request.body;
      const { document } = await personas.version(id, version);
      const head = expectedHead ?? (await personas.get(id)).headVersion;
      await requireSubjectOf(personas, {
        principal: principalOf(request),
        head,
        next: document,
        confirmed: request.query.confirmSubject,
      });
      const appended = await personas.append(id, {
        expectedHead: head,
        document,
        origin: 'rollback',
        note: `Back to version ${version}.`,
        causedBy: [],
      });
      return reply.header('etag', headTag(appended.version)).send(appended);
    },
  );
}
