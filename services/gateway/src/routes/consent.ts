import { consentSchema, newConsentSchema, withdrawalSchema } from '@personate/contracts';
import { principalOf } from '../http/access.ts';
import { personaParams, type App, type RouteContext } from '../route-context.ts';

const tags = ['Personas'];

/** What a persona's subject agreed to. Whoever reviews it may stop it; only an admin lets it speak again. */
export function routeConsent(app: App, { deps: { personas } }: RouteContext): void {
  app.get(
    '/v1/personas/:id/consent',
    {
      config: { access: ['review', 'ingest'] },
      schema: {
        operationId: 'readConsent',
        summary: 'Whom the persona is made of, on what ground, and whether that was withdrawn',
        tags,
        params: personaParams,
        response: { 200: consentSchema },
      },
    },
    (request) => personas.consent(request.params.id),
  );

  app.post(
    '/v1/personas/:id/consent',
    {
      config: { access: ['admin'] },
      schema: {
        operationId: 'giveConsent',
        summary: 'State whom it is made of and on what ground, as a version; lifts a withdrawal',
        tags,
        params: personaParams,
        body: newConsentSchema,
        response: { 200: consentSchema },
      },
    },
    (request) => personas.giveConsent(request.params.id, request.body),
  );

  app.post(
    '/v1/personas/:id/consent/withdraw',
    {
      config: { access: ['review'] },
      schema: {
        operationId: 'withdrawConsent',
        summary: 'Stop the persona at once, answers under way too; no version brings it back',
        tags,
        params: personaParams,
        body: withdrawalSchema.nullish(),
        response: { 200: consentSchema },
      },
    },
    (request) =>
      personas.withdrawConsent(request.params.id, {
        by: principalOf(request).keyId,
        ...request.body,
      }),
  );
}
