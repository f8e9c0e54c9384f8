import type { Principal } from '@personate/contracts';
import { createHmac, randomBytes } from 'node:crypto';
import type { GatewaySessions } from './deps.ts';
import { isSame, secretFor, Spent } from './signing.ts';

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

/**
 * Console logins without a table: a token and a cookie each carry their end and a signature. The secret is made
 * from the admin key, so that a login outlives a restart and ends when the admin key is changed. What was used up
 * (a token) or ended (a cookie) is kept in memory until its time is over: with several gateways a token could be
 * used once at each of them, within its ten minutes.
 */
export function openSessions(options: {
  adminKey: string;
  /** Whom a login stands for. */
  principal: Principal;
  now: () => Date;
}): GatewaySessions {
  const secret = secretFor('session', options.adminKey);
  const spent = new Spent();

  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');
  const issue = (purpose: 'login' | 'session', lifetimeMs: number) => {
    const endsAt = options.now().getTime() + lifetimeMs;
    const body = `${purpose}.${randomBytes(18).toString('base64url')}.${endsAt}`;
    return { value: `${body}.${sign(body)}`, endsAt };
  };
  /** Its end, or null when it is forged, over or spent. */
  const check = (purpose: 'login' | 'session', value: string): number | null => {
    const at = value.lastIndexOf('.');
    const body = value.slice(0, Math.max(at, 0));
    const expected = Buffer.from(sign(body));
    const given = Buffer.from(value.slice(at + 1));
    if (!isSame(given, expected)) return null;
    const endsAt = Number(body.split('.')[2]);
    if (!body.startsWith(`${purpose}.`) || !(endsAt > options.now().getTime())) return null;
    return spent.has(body) ? null : endsAt;
  };
  const spend = (value: string, endsAt: number) => {
    spent.add(value.slice(0, value.lastIndexOf('.')), endsAt, options.now().getTime());
  };

  return {
    mint() {
      const { value, endsAt } = issue('login', tokenLifetimeMs);
      return { token: value, expiresAt: new Date(endsAt) };
    },
    redeem(token) {
      const endsAt = check('login', token);
      if (endsAt === null) return null;
      spend(token, endsAt);
      const { value } = issue('session', cookieLifetimeMs);
      return { cookie: value, maxAgeSeconds: cookieLifetimeMs / 1_000 };
    },
    verify: (cookie) => (check('session', cookie) === null ? null : options.principal),
    end(cookie) {
      const endsAt = check('session', cookie);
      if (endsAt !== null) spend(cookie, endsAt);
    },
  };
}
