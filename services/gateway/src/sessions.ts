import type { Principal } from '@personate/contracts';
import { createHmac, randomBytes } from 'node:crypto';
import type { GatewaySessions } from './deps.ts';
import { isSame, secretFor } from './signing.ts';

const tokenLifetimeMs = 10 * 60_000;
const cookieLifetimeMs = 30 * 24 * 3_600_000;

/** Whom a console login stands for: the holder of the admin key. */
export const consolePrincipal: Principal = {
  keyId: 'console',
  scopes: ['admin'],
  personas: null,
  vouchesForUser: true,
  inlineCitations: false,
  audience: [],
};

/** Of all gateways: what was used up at one is used up at each. */
export interface SpentLogins {
  /** @returns false where it was spent before */
  spend(login: string, endsAt: Date): Promise<boolean>;
  isSpent(login: string): Promise<boolean>;
}

/**
 * Console logins: a token and a cookie each carry their end and a signature, and are in no table. The secret is made
 * from the admin key, so that a login outlives a restart and ends when the admin key is changed. What was used up
 * (a token) or ended (a cookie) is written down until its time is over.
 */
export function openSessions(options: {
  adminKey: string;
  /** Whom a login stands for. */
  principal: Principal;
  spent: SpentLogins;
  now: () => Date;
}): GatewaySessions {
  const secret = secretFor('session', options.adminKey);

  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');
  const issue = (purpose: 'login' | 'session', lifetimeMs: number) => {
    const endsAt = options.now().getTime() + lifetimeMs;
    const body = `${purpose}.${randomBytes(18).toString('base64url')}.${endsAt}`;
    return { value: `${body}.${sign(body)}`, endsAt };
  };
  /** What was signed, and its end; null when it is forged or over. */
  const check = (purpose: 'login' | 'session', value: string) => {
    const at = value.lastIndexOf('.');
    const body = value.slice(0, Math.max(at, 0));
    const expected = Buffer.from(sign(body));
    const given = Buffer.from(value.slice(at + 1));
    if (!isSame(given, expected)) return null;
    const endsAt = Number(body.split('.')[2]);
    if (!body.startsWith(`${purpose}.`) || !(endsAt > options.now().getTime())) return null;
    return { body, endsAt: new Date(endsAt) };
  };

  return {
    mint() {
      const { value, endsAt } = issue('login', tokenLifetimeMs);
      return { token: value, expiresAt: new Date(endsAt) };
    },
    async redeem(token) {
      const login = check('login', token);
      if (login === null || !(await options.spent.spend(login.body, login.endsAt))) return null;
      const { value } = issue('session', cookieLifetimeMs);
      return { cookie: value, maxAgeSeconds: cookieLifetimeMs / 1_000 };
    },
    async verify(cookie) {
      const session = check('session', cookie);
      if (session === null || (await options.spent.isSpent(session.body))) return null;
      return options.principal;
    },
    async end(cookie) {
      const session = check('session', cookie);
      if (session !== null) await options.spent.spend(session.body, session.endsAt);
    },
  };
}
