import {
  commonSourcePrefix,
  ExpectedError,
  ingestionJobSchema,
  ingestUploadSchema,
  uuidSchema,
  type IngestionJob,
  type IngestionOptions,
} from '@personate/contracts';
import { heartbeatEvent, sendEvents, withHeartbeat } from '../http/event-stream.ts';
import { principalOf } from '../http/access.ts';
import { parseRequest } from '../http/expected-error.ts';
import { problemOf } from '../http/handle-errors.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { listOf, pageLimit, personaParams, type App, type RouteContext } from '../route-context.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';
import { streamText } from '../http/stream-text.ts';
import { watchIngestion } from '../watch-ingestion.ts';
import { z } from 'zod';

const tags = ['Ingestion'];
/** The upload has a bound of its own. */
const answerMs = bounds.requestTimeoutMs + bounds.answerMs;
const jobParams = personaParams.extend({ ingestionId: uuidSchema });

export function routeIngestions(app: App, context: RouteContext): void {
  const { deps, config, closing, uploadTokens } = context;
  const { ingestions, uploads, personas } = deps;

  const readJob = async (personaId: string, ingestionId: string): Promise<IngestionJob> => {
    const job = await ingestions.get(ingestionId);
    if (job?.personaId === personaId) return job;
    throw ingestionMissing(personaId, ingestionId);
  };
  const start = async (job: {
    personaId: string;
    options: IngestionOptions;
    blobId: string;
    sha256: string | undefined;
    fileName: string;
  }): Promise<IngestionJob> => {
    const created = await ingestions.create(job).catch(async (error: unknown) => {
      await uploads.delete(job.blobId);
      throw error;
    });
    await deps.pokeIngestion({ personaId: job.personaId }).catch((error: unknown) => {
      deps.log.warn(
        { err: error, ingestionId: created.ingestionId },
        'ingestion was not announced',
      );
    });
    return created;
  };

  app.post(
    '/v1/personas/:id/ingestions',
    {
      config: { access: ['ingest'], answerMs, upload: true, requestBody: 'ingestion' },
      schema: {
        operationId: 'startIngestion',
        summary: 'Ingest an export: upload it, or name the upload that an inspection kept',
        tags,
        params: personaParams,
        response: { 202: ingestionJobSchema },
      },
    },
    async (request, reply) => {
      const personaId = request.params.id;
      await refuseArchived(personas, personaId);
      let job: IngestionJob;
      if (request.isMultipart()) {
        const { blobId, sha256, fileName, options } = await receiveUpload(
          { uploads, limitBytes: config.uploadLimitBytes },
          request,
          reply,
        );
        await refuseReserved(options, () => uploads.delete(blobId));
        job = await start({ personaId, options, blobId, sha256, fileName });
      } else {
        const { upload, ...options } = parseRequest(ingestUploadSchema.strict(), request.body);
        const kept = uploadTokens.read(upload, principalOf(request).keyId);
        if (!(await uploads.has(kept.blobId))) throw uploadGone();
        await refuseReserved(options);
        await uploadTokens.spend(kept);
        const { blobId, sha256, fileName } = kept;
        job = await start({ personaId, options, blobId, sha256, fileName });
      }
      return reply
        .code(202)
        .header('location', `/v1/personas/${personaId}/ingestions/${job.ingestionId}`)
        .send(job);
    },
  );

  app.get(
    '/v1/personas/:id/ingestions',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'listIngestions',
        summary: 'A persona’s ingestions, newest first',
        tags,
        params: personaParams,
        querystring: z.object({ limit: pageLimit(200, 50) }),
        response: { 200: listOf(ingestionJobSchema) },
      },
    },
    async (request) => {
      const { id } = request.params;
      await personas.get(id);
      return { items: await ingestions.list(id, { limit: request.query.limit }) };
    },
  );

  app.get(
    '/v1/personas/:id/ingestions/:ingestionId',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'readIngestion',
        summary: 'An ingestion, its progress and its report',
        tags,
        params: jobParams,
        response: { 200: ingestionJobSchema },
      },
    },
    (request) => readJob(request.params.id, request.params.ingestionId),
  );

  app.post(
    '/v1/personas/:id/ingestions/:ingestionId/cancel',
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'cancelIngestion',
        summary: 'Ask an ingestion to stop; what it has stored stays',
        tags,
        params: jobParams,
        response: { 202: ingestionJobSchema },
      },
    },
    async (request, reply) => {
      const { id, ingestionId } = request.params;
      await readJob(id, ingestionId);
      await ingestions.requestCancel(ingestionId);
      return reply.code(202).send(await readJob(id, ingestionId));
    },
  );

  app.get(
    '/v1/personas/:id/ingestions/:ingestionId/events',
    {
      config: { access: ['ingest'], events: 'ingestion' },
      schema: {
        operationId: 'watchIngestion',
        summary: 'An ingestion’s state as it moves: `progress` events, then one `done`',
        tags,
        params: jobParams,
      },
    },
    async (request, reply) => {
      const { id, ingestionId } = request.params;
      const first = await readJob(id, ingestionId);
      const signal = requestSignal(reply, bounds.requestTimeoutMs, closing);
      const events = watchIngestion(() => ingestions.get(ingestionId), first, {
        intervalMs: config.watchIntervalMs ?? 250,
        signal,
      });
      return sendEvents(
        reply,
        streamText(withHeartbeat(events, config.heartbeatMs ?? 15_000), {
          heartbeat: heartbeatEvent,
          problemOf: (error) => problemOf(error, request),
        }),
      );
    },
  );
}

async function refuseArchived(
  personas: RouteContext['deps']['personas'],
  personaId: string,
): Promise<void> {
  const { status } = await personas.get(personaId);
  if (status === 'active') return;
  throw new ExpectedError('conflict', 'persona.archived', `Persona "${personaId}" is archived.`, {
    fix: `Put it back with POST /v1/personas/${personaId}/unarchive.`,
  });
}

/** Documents of common sets come and go with their set. */
async function refuseReserved(
  { source }: IngestionOptions,
  discard: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  if (source?.startsWith(commonSourcePrefix) !== true) return;
  await discard();
  throw new ExpectedError(
    'invalid',
    'ingestion.source-reserved',
    `Sources that begin with "${commonSourcePrefix}" are common sets.`,
    {
      fix: 'Feed the set (POST /v1/common/{set}/ingestions), or name the source otherwise.',
      param: 'source',
    },
  );
}

function ingestionMissing(personaId: string, ingestionId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'ingestion.missing',
    `Persona "${personaId}" has no ingestion ${ingestionId}.`,
    { fix: `List them with GET /v1/personas/${personaId}/ingestions.` },
  );
}

function uploadGone(): ExpectedError {
  return new ExpectedError('missing', 'upload.gone', 'This upload is not kept any more.', {
    fix: 'Send the file again.',
    param: 'upload',
  });
}
