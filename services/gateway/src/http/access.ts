import { ExpectedError, type Principal, type Scope } from '@personate/contracts';
import type { FastifyRequest } from 'fastify';

/** `open`: no key; `any`: any valid key; else one of these scopes (`admin` has them all). */
export type Access = 'open' | 'any' | readonly Scope[];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says who may call it; one that does not keeps the server from starting. */
    access?: Access;
    /** The body is streamed by the handler: the time-out for small bodies does not hold. */
    upload?: boolean;
    /** How long an answer may take to begin, where the usual bound is too short. */
    answerMs?: number;
    /** For the API's description: a body that the handler reads by hand. */
    requestBody?: 'persona' | 'ingestion' | 'inspection' | 'character' | 'set';
    /** For the API's description: the answer is, or can be, a stream of events. */
    events?: 'chat' | 'ingestion' | 'calibration';
  }
  interface FastifyRequest {
    principal: Principal | null;
    authenticatedBy: 'key' | 'cookie' | null;
  }
}

export function hasScope(principal: Principal, scope: Scope): boolean {
  return principal.scopes.includes(scope) || principal.scopes.includes('admin');
}

export function maySee(principal: Principal, personaId: string): boolean {
  return principal.personas === null || principal.personas.includes(personaId);
}

/** The request's principal, on a route that is not open. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Error('the route is open: it has no principal');
  return request.principal;
}

/** @throws ExpectedError `key.scope-missing`. */
export function requireScope(principal: Principal, access: Access): void {
  if (access === 'open' || access === 'any') return;
  if (access.some((scope) => hasScope(principal, scope))) return;
  throw new ExpectedError(
    'forbidden',
    'key.scope-missing',
    `This key lacks the scope ${access.map((scope) => `"${scope}"`).join(' or ')}.`,
    { fix: 'Use a key with that scope; an admin creates one with POST /v1/keys.' },
  );
}

/** @throws ExpectedError `key.persona-not-allowed`. */
export function requirePersona(principal: Principal, personaId: string): void {
  if (maySee(principal, personaId)) return;
  throw new ExpectedError(
    'forbidden',
    'key.persona-not-allowed',
    `This key is not for the persona "${personaId}".`,
    { fix: 'Use a key for this persona, or one for all; an admin creates one with POST /v1/keys.' },
  );
}

/** For what concerns the whole server. @throws ExpectedError `key.limited`. */
export function requireUnlimited(principal: Principal): void {
  if (principal.personas === null) return;
  throw new ExpectedError('forbidden', 'key.limited', 'This key is limited to some personas.', {
    fix: 'Use an admin key that is not limited.',
  });
}

/** Whose documents this asker may see: the public's and those of the key's groups. */
export function audienceOf(principal: Principal): string[] {
  return ['public', ...principal.audience.filter((group) => group !== 'public')];
}
