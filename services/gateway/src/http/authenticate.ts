import { ExpectedError, type Principal } from '@personate/contracts';
import type { FastifyRequest } from 'fastify';
import type { GatewayDeps } from '../deps.ts';

export const sessionCookie = 'personate_session';
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who asks, by the bearer key or by the console's cookie; the key comes first.
 * @throws ExpectedError `key.missing`, `key.invalid`, `session.invalid`, `origin.missing`.
 */
export async function authenticate(
  deps: Pick<GatewayDeps, 'keys' | 'sessions'>,
  request: Pick<FastifyRequest, 'headers' | 'method'>,
): Promise<{ principal: Principal; by: 'key' | 'cookie' }> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = /^bearer +(\S{1,512})$/i.exec(authorization)?.[1];
    const principal = key === undefined ? null : await deps.keys.verify(key);
    if (principal !== null) return { principal, by: 'key' };
    throw new ExpectedError('unauthenticated', 'key.invalid', 'The key is not valid.', {
      fix: 'Send a valid key as `Authorization: Bearer …`; the admin key stands in admin.key in the data folder.',
    });
  }
  const cookie = readCookie(request.headers.cookie, sessionCookie);
  if (cookie === null) {
    throw new ExpectedError('unauthenticated', 'key.missing', 'This route needs a key.', {
      fix: 'Send a key as `Authorization: Bearer …`, or log in to the console with `personate login`.',
    });
  }
  const principal = await deps.sessions.verify(cookie);
  if (principal === null) {
    throw new ExpectedError('unauthenticated', 'session.invalid', 'The login has ended.', {
      fix: 'Run `personate login` for a new address of the console.',
    });
  }
  // Browsers send Origin with every unsafe request; whether it is ours was checked before.
  if (!safeMethods.has(request.method) && request.headers.origin === undefined) {
    throw new ExpectedError(
      'forbidden',
      'origin.missing',
      'A change by cookie must say which page it comes from.',
      { fix: 'Send an Origin header, or a key instead of the cookie.' },
    );
  }
  return { principal, by: 'cookie' };
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
