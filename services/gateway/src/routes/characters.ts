import {
  characterExportFormatSchema,
  characterImportSchema,
  consentWithdrawn,
  ExpectedError,
  personaIdSchema,
} from '@personate/contracts';
import { writeCharacter } from '@personate/personas';
import { z } from 'zod';
import { principalOf, requirePersona } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { sendFile } from '../http/send-file.ts';
import { bounds } from '../http/server-options.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';
import { readFields } from '../uploads/read-fields.ts';
import { receiveFile } from '../uploads/receive-upload.ts';
import { announce } from './packs.ts';

const tags = ['Personas'];
const answerMs = bounds.requestTimeoutMs + bounds.inspectMs;
const importFields = z.strictObject({ as: personaIdSchema.optional() });
const fileName = z.enum(['portrait.png', 'probes.yaml']);

/** Personas from and for other applications. */
export function routeCharacters(app: App, context: RouteContext): void {
  const { deps, config, closed } = context;
  app.get(
    '/v1/personas/:id/export',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'exportPersona',
        summary: 'The persona as YAML, a character card (JSON, PNG, CHARX) or an elizaOS character',
        tags,
        params: personaParams,
        querystring: z.object({ format: characterExportFormatSchema.default('yaml') }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { format } = request.query;
      const { headVersion, consent } = await deps.personas.get(id);
      // The operator may read its versions; as a file it would speak again elsewhere.
      if (consent === 'withdrawn') throw consentWithdrawn(id);
      const { document } = await deps.personas.version(id, headVersion);
      const portrait = await deps.personaFiles.find(id, 'portrait.png');
      const { bytes, ...file } = await writeCharacter({
        document,
        format,
        picture: portrait?.bytes ?? null,
      });
      return sendFile(reply, { ...file, content: bytes });
    },
  );

  app.get(
    '/v1/personas/:id/files/:name',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'readPersonaFile',
        summary: 'A file that belongs to the persona: its portrait, its probes',
        tags,
        params: personaParams.extend({ name: fileName }),
      },
    },
    async (request, reply) => {
      const { id, name } = request.params;
      await deps.personas.get(id);
      const file = await deps.personaFiles.find(id, name);
      if (file === null) throw fileMissing(id, name);
      return sendFile(reply, { content: file.bytes, mediaType: file.mediaType, fileName: name });
    },
  );

  app.post(
    '/v1/personas/import',
    {
      config: { access: ['admin'], answerMs, upload: true, requestBody: 'character' },
      schema: {
        operationId: 'importPersona',
        summary: 'Make a persona of a character card, an elizaOS character or a persona’s YAML',
        tags,
        response: { 201: characterImportSchema },
      },
    },
    async (request, reply) => {
      const { uploads } = deps;
      const received = await receiveFile(
        { uploads, limitBytes: config.uploadLimitBytes },
        request,
        reply,
        readFields(importFields),
      );
      const { blobId, options } = received;
      try {
        const made = await deps.packs.importCharacter({
          blobId,
          sha256: received.sha256,
          fileName: received.fileName,
          as: options.as,
          admit: (personaId) => requirePersona(principalOf(request), personaId),
          signal: requestSignal(reply, bounds.inspectMs, closed),
        });
        const { personaId } = made.version;
        if (made.ingestion !== null) await announce(context, personaId);
        return await reply.code(201).header('location', `/v1/personas/${personaId}`).send(made);
      } finally {
        await uploads.delete(blobId);
      }
    },
  );
}

function fileMissing(personaId: string, name: string): ExpectedError {
  return new ExpectedError('missing', 'persona.file-missing', `"${personaId}" has no ${name}.`, {
    fix: 'Portraits come with character cards, probes with packs.',
  });
}
