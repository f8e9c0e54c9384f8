import { Readable } from 'node:stream';
import { personaIdSchema, unpackedSchema } from '@personate/contracts';
import { z } from 'zod';
import { principalOf, requirePersona } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { sendFile } from '../http/send-file.ts';
import { bounds } from '../http/server-options.ts';
import { personaParams, queryFlag, type App, type RouteContext } from '../route-context.ts';
import { readFields } from '../uploads/read-fields.ts';
import { receiveFile } from '../uploads/receive-upload.ts';

const tags = ['Packs'];
/** The upload, then the reading of all but its knowledge; each has a bound of its own. */
const answerMs = bounds.requestTimeoutMs + bounds.inspectMs;
const unpackFields = z.strictObject({ as: personaIdSchema.optional() });

/** A persona's knowledge, and a whole persona, as files. They hold every document, whoever may see it: admins only. */
export function routePacks(app: App, context: RouteContext): void {
  const { deps, config, closing, closed } = context;
  app.get(
    '/v1/personas/:id/knowledge/export',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'exportKnowledge',
        summary: 'Every document as JSON lines, with passages and vectors where asked for',
        tags,
        params: personaParams,
        querystring: z.object({
          passages: queryFlag.default(false),
          vectors: queryFlag.default(false),
        }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const lines = await deps.packs.exportKnowledge({
        personaId: id,
        ...request.query,
        signal: requestSignal(reply, bounds.requestTimeoutMs, closing),
      });
      return sendFile(reply, {
        content: Readable.from(lines),
        mediaType: 'application/x-ndjson; charset=utf-8',
        fileName: `${id}.knowledge.jsonl`,
      });
    },
  );

  app.get(
    '/v1/personas/:id/pack',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'packPersona',
        summary: 'The persona as one zip: YAML, versions, probes, portrait, documents, provenance',
        tags,
        params: personaParams,
        querystring: z.object({ vectors: queryFlag.default(false) }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const content = await deps.packs.pack({
        personaId: id,
        ...request.query,
        signal: requestSignal(reply, bounds.requestTimeoutMs, closing),
      });
      return sendFile(reply, {
        content,
        mediaType: 'application/zip',
        fileName: `${id}.personate.zip`,
      });
    },
  );

  app.post(
    '/v1/personas/unpack',
    {
      config: { access: ['admin'], answerMs, upload: true, requestBody: 'character' },
      schema: {
        operationId: 'unpackPersona',
        summary: 'Make a persona of a pack; its knowledge is ingested from it',
        tags,
        response: { 202: unpackedSchema },
      },
    },
    async (request, reply) => {
      const { uploads } = deps;
      const { blobId, sha256, fileName, options } = await receiveFile(
        { uploads, limitBytes: config.uploadLimitBytes },
        request,
        reply,
        readFields(unpackFields),
      );
      const unpacked = await deps.packs
        .unpack({
          blobId,
          sha256,
          fileName,
          as: options.as,
          admit: (personaId) => requirePersona(principalOf(request), personaId),
          signal: requestSignal(reply, bounds.inspectMs, closed),
        })
        .catch(async (error: unknown) => {
          // Once the persona is made, its ingestion reads the upload.
          await uploads.delete(blobId);
          throw error;
        });
      const { personaId } = unpacked.version;
      await announce(context, personaId);
      return reply.code(202).header('location', `/v1/personas/${personaId}`).send(unpacked);
    },
  );
}

/** One that is not announced is found by the sweep. */
export async function announce({ deps }: RouteContext, personaId: string): Promise<void> {
  await deps.pokeIngestion({ personaId }).catch((error: unknown) => {
    deps.log.warn({ err: error, personaId }, 'ingestion was not announced');
  });
}
