import {
  createdKeySchema,
  ExpectedError,
  keyRecordSchema,
  newKeySchema,
} from '@personate/contracts';
import { z } from 'zod';
import { principalOf, requireUnlimited } from '../http/access.ts';
import { listOf, nothing, type App, type RouteContext } from '../route-context.ts';

const tags = ['Keys'];

export function routeKeys(app: App, { deps: { keys } }: RouteContext): void {
  app.get(
    '/v1/keys',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'listKeys',
        summary: 'Every key’s rights, never the keys themselves',
        tags,
        response: { 200: listOf(keyRecordSchema) },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      return { items: await keys.list() };
    },
  );

  app.post(
    '/v1/keys',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'createKey',
        summary: 'Create a key; it is shown this once',
        tags,
        body: newKeySchema,
        response: { 201: createdKeySchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const created = await keys.create(request.body);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .header('location', `/v1/keys/${created.record.keyId}`)
        .send(created);
    },
  );

  app.delete(
    '/v1/keys/:keyId',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke a key; it stops working at once',
        tags,
        params: z.object({ keyId: z.string().min(1).max(200) }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { keyId } = request.params;
      if (!(await keys.revoke(keyId))) throw keyMissing(keyId);
      return reply.code(204).send();
    },
  );
}

function keyMissing(keyId: string): ExpectedError {
  return new ExpectedError('missing', 'key.missing-record', `There is no key ${keyId}.`, {
    fix: 'List the keys with GET /v1/keys.',
  });
}
