import {
  mayAnswer,
  modelSchema,
  personaArchived,
  requireConsent,
  type Model,
  type PersonaSummary,
} from '@personate/contracts';
import { z } from 'zod';
import { splitModel } from '../chat/split-model.ts';
import { maySee, principalOf, requirePersona } from '../http/access.ts';
import type { App, RouteContext } from '../route-context.ts';

export function routeModels(app: App, { deps }: RouteContext): void {
  app.get(
    '/v1/models',
    {
      config: { access: ['chat'] },
      schema: {
        operationId: 'listModels',
        summary: 'Personas that this key may ask, as OpenAI’s models',
        tags: ['Chat'],
        response: { 200: z.object({ object: z.literal('list'), data: z.array(modelSchema) }) },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const personas = await deps.personas.list();
      return {
        object: 'list' as const,
        data: personas
          .filter(
            ({ id, status, consent }) =>
              status === 'active' && mayAnswer(consent) && maySee(principal, id),
          )
          .map((persona) => toModel(persona, persona.id)),
      };
    },
  );
  app.get(
    '/v1/models/:model',
    {
      config: { access: ['chat'] },
      schema: {
        operationId: 'readModel',
        summary: 'One persona, by its id or `id@version`',
        tags: ['Chat'],
        params: z.object({ model: z.string() }),
        response: { 200: modelSchema },
      },
    },
    async (request) => {
      const { model } = request.params;
      const { personaId, version } = splitModel(model);
      requirePersona(principalOf(request), personaId);
      const persona = await deps.personas.get(personaId);
      if (persona.status === 'archived') throw personaArchived(personaId);
      requireConsent(personaId, persona.consent);
      if (version !== undefined) await deps.personas.version(personaId, version);
      return toModel(persona, model, version);
    },
  );
}

function toModel(persona: PersonaSummary, id: string, version = persona.headVersion): Model {
  return {
    id,
    object: 'model',
    created: Math.floor(Date.parse(persona.createdAt) / 1_000),
    owned_by: 'personate',
    personate: { name: persona.name, version, subject: persona.subject },
  };
}
