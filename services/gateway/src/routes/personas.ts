import {
  ExpectedError,
  personaDetailSchema,
  personaSummarySchema,
  personaVersionSchema,
  type PersonaDetail,
} from '@personate/contracts';
import { renderPersonaYaml } from '@personate/personas';
import { z } from 'zod';
import { expectedHead, headTag } from '../expected-head.ts';
import { maySee, principalOf, requirePersona } from '../http/access.ts';
import { bounds } from '../http/server-options.ts';
import { acceptYaml, readPersonaBody } from '../persona-body.ts';
import { confirmSubject, requireSubjectOf } from '../require-same-subject.ts';
import { listOf, nothing, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Personas'];
const note = z.string().max(500).optional();

export function routePersonas(app: App, { deps: { personas, training } }: RouteContext): void {
  acceptYaml(app);
  const read = async (id: string): Promise<PersonaDetail> => {
    const summary = await personas.get(id);
    const [{ document }, tunedModel] = await Promise.all([
      personas.version(id, summary.headVersion),
      training.servingModel(id),
    ]);
    return { ...summary, document, ...(tunedModel === null ? {} : { tunedModel }) };
  };

  app.get(
    '/v1/personas',
    {
      config: { access: 'any' },
      schema: {
        operationId: 'listPersonas',
        summary: 'Personas that this key may see, archived ones too',
        tags,
        response: { 200: listOf(personaSummarySchema) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      return { items: (await personas.list()).filter(({ id }) => maySee(principal, id)) };
    },
  );

  app.post(
    '/v1/personas',
    {
      bodyLimit: bounds.personaBodyBytes,
      config: { access: ['admin'], requestBody: 'persona' },
      schema: {
        operationId: 'createPersona',
        summary: 'Create a persona from JSON or YAML; `{id, name}` makes a minimal one',
        tags,
        response: { 201: personaVersionSchema },
      },
    },
    async (request, reply) => {
      const document = readPersonaBody(request.body);
      requirePersona(principalOf(request), document.id);
      const version = await personas.create(document, {
        origin: 'operator',
        note: 'Created over HTTP.',
      });
      return reply
        .code(201)
        .header('location', `/v1/personas/${document.id}`)
        .header('etag', headTag(version.version))
        .send(version);
    },
  );

  app.get(
    '/v1/personas/:id',
    {
      config: { access: ['review', 'ingest'] },
      schema: {
        operationId: 'readPersona',
        summary: 'A persona with its head’s document; as YAML when that is what is accepted',
        tags,
        params: personaParams,
        response: {
          200: {
            description: 'The persona',
            content: {
              'application/json': { schema: personaDetailSchema },
              'application/yaml': { schema: z.string() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const persona = await read(request.params.id);
      reply.header('etag', headTag(persona.headVersion));
      if (!/\byaml\b/.test(request.headers.accept ?? '')) return reply.send(persona);
      return reply
        .type('application/yaml; charset=utf-8')
        .serializer((text: string) => text)
        .send(renderPersonaYaml(persona.document));
    },
  );

  app.put(
    '/v1/personas/:id',
    {
      bodyLimit: bounds.personaBodyBytes,
      config: { access: ['review'], requestBody: 'persona' },
      schema: {
        operationId: 'replacePersona',
        summary:
          'Append a version; If-Match names the head it was made from; only an admin changes subject or consent',
        tags,
        params: personaParams,
        querystring: z.object({ note, confirmSubject }),
        response: { 200: personaVersionSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const head = await expectedHead(personas, id, request.headers['if-match']);
      const document = readPersonaBody(request.body);
      if (document.id !== id) throw idMismatch(id, document.id);
      await requireSubjectOf(personas, {
        principal: principalOf(request),
        head,
        next: document,
        confirmed: request.query.confirmSubject,
      });
      const version = await personas.append(id, {
        expectedHead: head,
        document,
        origin: 'operator',
        note: request.query.note ?? 'Changed over HTTP.',
        causedBy: [],
      });
      return reply.header('etag', headTag(version.version)).send(version);
    },
  );

  for (const [verb, summary] of [
    ['archive', 'Take a persona out of service; nothing of it is lost'],
    ['unarchive', 'Put an archived persona back into service'],
  ] as const) {
    app.post(
      `/v1/personas/:id/${verb}`,
      {
        config: { access: ['admin'] },
        schema: {
          operationId: `${verb}Persona`,
          summary,
          tags,
          params: personaParams,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        await personas[verb](request.params.id);
        return reply.code(204).send();
      },
    );
  }
}

function idMismatch(id: string, given: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.id-mismatch',
    `The document is of "${given}", not of "${id}".`,
    { fix: `Set its id to "${id}"; a persona’s id never changes.`, param: 'id' },
  );
}
