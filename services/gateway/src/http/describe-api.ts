import swagger from '@fastify/swagger';
import {
  calibrationSchema,
  characterFormSchema,
  chatChunkSchema,
  chatCompletionSchema,
  ingestionJobSchema,
  ingestUploadSchema,
  newPersonaSchema,
  problemDocumentSchema,
  setFormSchema,
  uploadFormSchema,
} from '@personate/contracts';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import type { GuardedRoute } from './guard.ts';
import { pruneComponents } from './prune-components.ts';

type Media = Record<string, OpenAPIV3_1.MediaTypeObject>;

/** `/openapi.json`, made from the same schemas that check the requests. */
export async function describeApi(
  app: FastifyInstance,
  options: { version: string; routes: readonly GuardedRoute[] },
): Promise<void> {
  const transformObject = createJsonSchemaTransformObject({});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Personate',
        version: options.version,
        description:
          'Synthetic personalities that answer in a person’s voice, only from what that person could know.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: createJsonSchemaTransform({}),
    transformObject: (document) => {
      const described = transformObject(document) as OpenAPIV3_1.Document;
      for (const operation of operationsOf(described)) {
        const route = options.routes.find(
          ({ operationId }) => operationId === operation.operationId,
        );
        if (route !== undefined) complete(operation, route);
      }
      return pruneComponents(described) as ReturnType<typeof transformObject>;
    },
  });
  app.get(
    '/openapi.json',
    { config: { access: 'open' }, schema: { hide: true } },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
}

/** What route schemas cannot say: bodies of several types, streams, and the errors that any route may give. */
function complete(operation: OpenAPIV3_1.OperationObject, { access, config }: GuardedRoute): void {
  if (access === 'open') operation.security = [];
  else if (access !== 'any') {
    operation.description = `Needs a key with the scope ${access.join(' or ')}.`;
  }
  const responses: OpenAPIV3_1.ResponsesObject = operation.responses ?? {};
  operation.responses = responses;
  responses['default'] = {
    description: 'A problem document (RFC 9457) with OpenAI’s `error` beside it',
    content: { 'application/problem+json': { schema: reference(problemDocumentSchema) } },
  };
  if (config.requestBody !== undefined) {
    operation.requestBody = { required: true, content: bodies[config.requestBody]() };
  }
  if (config.events === 'chat') {
    responses['200'] = {
      description: 'The answer; with `stream`, as chunks that end with `[DONE]`',
      content: {
        'application/json': { schema: reference(chatCompletionSchema) },
        'text/event-stream': { schema: reference(chatChunkSchema) },
      },
    };
  } else if (config.events === 'calibration') {
    responses['200'] = {
      description: 'The measures; as events `progress` (`{done, total}`), then `done` with them',
      content: {
        'application/json': { schema: reference(calibrationSchema) },
        'text/event-stream': { schema: reference(calibrationSchema) },
      },
    };
  } else if (config.events === 'ingestion') {
    responses['200'] = {
      description: 'Events `progress`, then `done`; the data of each is the job',
      content: { 'text/event-stream': { schema: reference(ingestionJobSchema) } },
    };
  }
}

const bodies: Record<'persona' | 'ingestion' | 'inspection' | 'character' | 'set', () => Media> = {
  set: () => ({ 'multipart/form-data': { schema: reference(setFormSchema, 'Input') } }),
  character: () => ({ 'multipart/form-data': { schema: reference(characterFormSchema, 'Input') } }),
  persona: () => ({
    'application/json': { schema: reference(newPersonaSchema, 'Input') },
    'application/yaml': { schema: { type: 'string' } },
  }),
  ingestion: () => ({
    'multipart/form-data': { schema: reference(uploadFormSchema, 'Input') },
    'application/json': { schema: reference(ingestUploadSchema, 'Input') },
  }),
  inspection: () => ({ 'multipart/form-data': { schema: reference(uploadFormSchema, 'Input') } }),
};

/** The component that the transform makes of a schema with an id; a request's has the suffix `Input`. */
function reference(schema: z.ZodType, suffix: '' | 'Input' = ''): OpenAPIV3_1.ReferenceObject {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('the schema has no id');
  return { $ref: `#/components/schemas/${id}${suffix}` };
}

function* operationsOf(document: OpenAPIV3_1.Document): Generator<OpenAPIV3_1.OperationObject> {
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const operation = path?.[method];
      if (operation !== undefined) yield operation;
    }
  }
}
