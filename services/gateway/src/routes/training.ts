import {
  ExpectedError,
  trainingSetOptionsSchema,
  trainingSetSchema,
  type Principal,
} from '@personate/contracts';
import { audienceOf, principalOf } from '../http/access.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Training'];

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
