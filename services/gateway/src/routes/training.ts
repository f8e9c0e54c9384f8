import {
  ExpectedError,
  newTrainingRunSchema,
  requireConsent,
  trainingRunSchema,
  trainingSetOptionsSchema,
  trainingSetSchema,
  uuidSchema,
  type Principal,
} from '@personate/contracts';
import { z } from 'zod';
import { audienceOf, principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { listOf, personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Training'];
const runParams = personaParams.extend({ runId: uuidSchema });

/** A set is the persona's words in bulk, and a model that was tuned on it keeps them: admins only. */
export function routeTraining(app: App, { deps, closed }: RouteContext): void {
  app.post(
    '/v1/personas/:id/training/set',
    {
      config: { access: ['admin'], answerMs: bounds.inspectMs },
      schema: {
        operationId: 'makeTrainingSet',
        summary:
          'Examples of the persona’s own words for tuning a model, what is held out of them, and what they are made of',
        tags,
        params: personaParams,
        body: trainingSetOptionsSchema,
        response: { 200: trainingSetSchema },
      },
    },
    async (request, reply) => {
      requireGroups(principalOf(request), request.body.audience);
      return deps.training.set({
        personaId: request.params.id,
        ...request.body,
        signal: requestSignal(reply, bounds.inspectMs, closed),
      });
    },
  );

  app.post(
    '/v1/personas/:id/training/runs',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'startTrainingRun',
        summary: 'Send the persona’s training set to the training endpoint, and tune a model on it',
        tags,
        params: personaParams,
        body: newTrainingRunSchema,
        response: { 202: trainingRunSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const principal = principalOf(request);
      requireGroups(principal, request.body.audience);
      requireConsent(id, (await deps.personas.get(id)).consent);
      const run = await deps.training.start({
        personaId: id,
        requestedBy: principal.keyId,
        ...request.body,
      });
      const location = `/v1/personas/${id}/training/runs/${run.runId}`;
      return reply.code(202).header('location', location).send(run);
    },
  );

  app.get(
    '/v1/personas/:id/training/runs',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'listTrainingRuns',
        summary: 'Models tuned on the persona’s own words, the newest hundred first',
        tags,
        params: personaParams,
        response: { 200: listOf(trainingRunSchema) },
      },
    },
    async (request) => {
      await deps.personas.get(request.params.id);
      return { items: await deps.training.list(request.params.id) };
    },
  );

  app.get(
    '/v1/personas/:id/training/runs/:runId',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'readTrainingRun',
        summary: 'How far a run is',
        tags,
        params: runParams,
        response: { 200: trainingRunSchema },
      },
    },
    (request) => deps.training.get(request.params.id, request.params.runId),
  );

  app.post(
    '/v1/personas/:id/training/runs/:runId/cancel',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'cancelTrainingRun',
        summary: 'Stop a run, at the endpoint too; one that has ended stays as it is',
        tags,
        params: runParams,
        response: { 200: trainingRunSchema },
      },
    },
    (request) => deps.training.cancel(request.params.id, request.params.runId),
  );

  app.post(
    '/v1/personas/:id/training/runs/:runId/promote',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'promoteTrainingRun',
        summary: 'Let the run’s model speak for the persona, in place of the server’s',
        tags,
        params: runParams,
        response: { 200: trainingRunSchema },
      },
    },
    (request) => deps.training.promote(request.params.id, request.params.runId),
  );

  app.post(
    '/v1/personas/:id/training/drop',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'dropTunedModel',
        summary:
          'Let the server’s model speak for the persona again; the run whose model spoke, if any',
        tags,
        params: personaParams,
        response: { 200: z.object({ dropped: trainingRunSchema.nullable() }) },
      },
    },
    async (request) => {
      await deps.personas.get(request.params.id);
      return { dropped: await deps.training.drop(request.params.id) };
    },
  );
}

/** @throws ExpectedError `key.audience-missing`. */
function requireGroups(principal: Principal, groups: readonly string[]): void {
  const seen = audienceOf(principal);
  const missing = groups.filter((group) => !seen.includes(group));
  if (missing.length === 0) return;
  throw new ExpectedError(
    'forbidden',
    'key.audience-missing',
    `This key may not see what is for ${missing.map((group) => `"${group}"`).join(', ')}.`,
    {
      fix: 'Use an admin key with that audience; `personate keys create --scope admin --audience GROUP` makes one.',
      param: 'audience',
    },
  );
}
