import { inspectionSchema, personaIdSchema } from '@personate/contracts';
import { z } from 'zod';
import { principalOf, requirePersona } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { queryFlag, type App, type RouteContext } from '../route-context.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';

/** The upload, then the inspection; each has a bound of its own. */
const answerMs = bounds.requestTimeoutMs + bounds.inspectMs;

export function routeInspect(app: App, context: RouteContext): void {
  const { deps, config, uploadTokens, closed } = context;
  app.post(
    '/v1/inspect',
    {
      config: { access: ['ingest'], answerMs, upload: true, requestBody: 'inspection' },
      schema: {
        operationId: 'inspectExport',
        summary: 'What an export holds and who could be self in it; nothing is ingested',
        tags: ['Ingestion'],
        querystring: z.object({
          /** Keep the upload for an hour, for an ingestion to start from. */
          keep: queryFlag.default(false),
          /** Compare with what this persona has. */
          persona: personaIdSchema.optional(),
        }),
        response: { 200: inspectionSchema },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { keep, persona } = request.query;
      if (persona !== undefined) {
        requirePersona(principal, persona);
        await deps.personas.get(persona);
      }
      const { blobId, sha256, fileName, sizeBytes, options } = await receiveUpload(
        { uploads: deps.uploads, limitBytes: config.uploadLimitBytes },
        request,
        reply,
      );
      let kept = false;
      try {
        const report = await deps.inspect({
          blobId,
          fileName,
          options,
          personaId: persona ?? null,
          signal: requestSignal(reply, bounds.inspectMs, closed),
        });
        kept = keep;
        const upload = keep
          ? uploadTokens.issue({ blobId, sha256, fileName, keyId: principal.keyId })
          : null;
        return { report, fileName, sizeBytes, upload };
      } finally {
        if (!kept) await deps.uploads.delete(blobId);
      }
    },
  );
}
