import {
  ExpectedError,
  generationSchema,
  newGenerationSchema,
  type Generation,
} from '@personate/contracts';
import { z } from 'zod';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { listOf, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Knowledge'];
const path = '/v1/personas/:id/knowledge/generations';
const params = personaParams.extend({
  generation: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** The stores of a persona's knowledge: seen, built anew, stopped, resumed, given up. */
export function routeGenerations(app: App, { deps, closed }: RouteContext): void {
  const { generations, personas } = deps;

  const announce = (personaId: string) =>
    // The sweep finds what was not announced.
    deps.pokeIngestion({ personaId }).catch((error: unknown) => {
      deps.log.warn({ err: error, personaId }, 'knowledge generation was not announced');
    });
  const read = async (personaId: string, generation: number): Promise<Generation> => {
    await personas.get(personaId);
    return generations.get(personaId, generation);
  };

  app.get(
    path,
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'listGenerations',
        summary:
          'The stores of a persona’s knowledge, newest first: which serves, which is being built',
        tags,
        params: personaParams,
        response: { 200: listOf(generationSchema) },
      },
    },
    async (request) => {
      await personas.get(request.params.id);
      return { items: await generations.list(request.params.id) };
    },
  );

  app.get(
    `${path}/:generation`,
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'readGeneration',
        summary: 'One of them, with its progress',
        tags,
        params,
        response: { 200: generationSchema },
      },
    },
    (request) => read(request.params.id, request.params.generation),
  );

  app.post(
    path,
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'startGeneration',
        summary:
          'Build a persona’s knowledge anew, by another embedder or by the same; it answers meanwhile',
        tags,
        params: personaParams,
        body: newGenerationSchema,
        response: { 202: generationSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await personas.get(id);
      const begun = await generations.begin({
        personaId: id,
        ...request.body,
        signal: requestSignal(reply, bounds.workMs, closed),
      });
      await announce(id);
      return reply
        .code(202)
        .header('location', `/v1/personas/${id}/knowledge/generations/${begun.generation}`)
        .send(begun);
    },
  );

  for (const verb of ['stop', 'resume'] as const) {
    app.post(
      `${path}/:generation/${verb}`,
      {
        config: { access: ['ingest'] },
        schema: {
          operationId: `${verb}Generation`,
          summary:
            verb === 'stop'
              ? 'Stop building it; what is done stays'
              : 'Go on building it where it stood',
          tags,
          params,
          response: { 200: generationSchema },
        },
      },
      async (request) => {
        const { id, generation } = request.params;
        await read(id, generation);
        if (!(await generations.setStopped({ personaId: id, generation }, verb === 'stop')))
          throw notBuilding(id, generation);
        if (verb === 'resume') await announce(id);
        return generations.get(id, generation);
      },
    );
  }

  app.delete(
    `${path}/:generation`,
    {
      config: { access: ['ingest'] },
      schema: {
        operationId: 'dropGeneration',
        summary:
          'Abandon one that is being built, or drop one that served before, once no answer reads it any more',
        tags,
        params,
        response: { 202: generationSchema },
      },
    },
    async (request, reply) => {
      const { id, generation } = request.params;
      const { status } = await read(id, generation);
      if (status !== 'dropped' && !(await generations.giveUp({ personaId: id, generation })))
        throw serves(id, generation);
      await announce(id);
      return reply.code(202).send(await generations.get(id, generation));
    },
  );
}

function notBuilding(personaId: string, generation: number): ExpectedError {
  return new ExpectedError(
    'conflict',
    'generation.not-building',
    `Generation ${generation} of "${personaId}" is not being built.`,
    { fix: `See how they stand with GET /v1/personas/${personaId}/knowledge/generations.` },
  );
}

function serves(personaId: string, generation: number): ExpectedError {
  return new ExpectedError(
    'conflict',
    'generation.serves',
    `Generation ${generation} of "${personaId}" is the one that answers.`,
    { fix: 'Build another one first; what served before it can be dropped then.' },
  );
}
