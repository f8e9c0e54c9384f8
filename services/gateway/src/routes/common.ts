import {
  commonChangeSchema,
  commonSetIdSchema,
  commonSetSchema,
  ingestionJobSchema,
  newCommonSetSchema,
  personaIdSchema,
} from '@personate/contracts';
import { z } from 'zod';
import { principalOf, requirePersona, requireUnlimited } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { listOf, type App, type RouteContext } from '../route-context.ts';
import { readFields } from '../uploads/read-fields.ts';
import { receiveFile } from '../uploads/receive-upload.ts';
import { announce } from './packs.ts';

const tags = ['Common knowledge'];
const answerMs = bounds.requestTimeoutMs + bounds.inspectMs;
const setParams = z.object({ set: commonSetIdSchema });
const pairParams = setParams.extend({ persona: personaIdSchema });

/** Sets belong to the whole server: only a key that is not limited to personas feeds, attaches or erases them. */
export function routeCommon(app: App, context: RouteContext): void {
  const { deps, config, closed } = context;
  const { common } = deps;

  app.get(
    '/v1/common',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'listCommonSets',
        summary: 'Knowledge that personas share: each set, what it holds, who has it',
        tags,
        response: { 200: listOf(commonSetSchema) },
      },
    },
    async (request) => {
      requireUnlimited(principalOf(request));
      return { items: await common.list() };
    },
  );

  app.post(
    '/v1/common',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'createCommonSet',
        summary: 'Make a common set; it holds nothing until it is fed',
        tags,
        body: newCommonSetSchema,
        response: { 201: commonSetSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { id, title = id } = request.body;
      return reply.code(201).send(await common.create({ id, title }));
    },
  );

  app.post(
    '/v1/common/:set/ingestions',
    {
      config: { access: ['admin'], answerMs, upload: true, requestBody: 'set' },
      schema: {
        operationId: 'feedCommonSet',
        summary: 'Replace what a set holds, in each persona that has it too',
        tags,
        params: setParams,
        response: { 202: commonChangeSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { set } = request.params;
      await common.get(set);
      const { uploads } = deps;
      const received = await receiveFile(
        { uploads, limitBytes: config.uploadLimitBytes },
        request,
        reply,
        readFields(z.strictObject({})),
      );
      const { blobId, fileName, sha256, sizeBytes } = received;
      const change = await common
        .feed({
          setId: set,
          blobId,
          fileName,
          sha256,
          sizeBytes,
          signal: requestSignal(reply, bounds.inspectMs, closed),
        })
        .catch(async (error: unknown) => {
          await uploads.delete(blobId);
          throw error;
        });
      for (const { personaId } of change.ingestions) await announce(context, personaId);
      return reply.code(202).send(change);
    },
  );

  app.delete(
    '/v1/common/:set',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'eraseCommonSet',
        summary: 'Erase a set, and take it from each persona that has it',
        tags,
        params: setParams,
        response: { 202: commonChangeSchema },
      },
    },
    async (request, reply) => {
      requireUnlimited(principalOf(request));
      const { blobId, ingestions } = await common.erase(request.params.set);
      if (blobId !== null) await deps.uploads.delete(blobId);
      for (const { personaId } of ingestions) await announce(context, personaId);
      return reply.code(202).send({ set: null, ingestions });
    },
  );

  for (const [method, verb, summary] of [
    ['PUT', 'attach', 'Give a persona a set to know; attached already, it is brought in line'],
    ['DELETE', 'detach', 'Take a set from a persona: its documents, passages and vectors go'],
  ] as const) {
    app.route({
      method,
      url: '/v1/common/:set/personas/:persona',
      config: { access: ['ingest'] },
      schema: {
        operationId: `${verb}CommonSet`,
        summary,
        tags,
        params: pairParams,
        response: { 202: ingestionJobSchema },
      },
      handler: async (request, reply) => {
        const { set, persona } = request.params;
        // Whoever attaches a set may read it, by asking the persona.
        if (verb === 'attach') requireUnlimited(principalOf(request));
        requirePersona(principalOf(request), persona);
        const job = await common[verb](set, persona);
        await announce(context, persona);
        return reply.code(202).send(job);
      },
    });
  }
}
