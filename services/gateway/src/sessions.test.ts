import { describe, expect, it } from '@jest/globals';
import type { Principal } from '@personate/contracts';
import { openSessions } from './sessions.ts';

const principal: Principal = {
  keyId: 'admin',
  scopes: ['admin'],
  personas: null,
  vouchesForUser: true,
  inlineCitations: false,
  audience: [],
};
const minute = 60_000;

function open(adminKey = 'an admin key') {
  const clock = { ms: Date.parse('2026-03-01T00:00:00Z') };
  const sessions = openSessions({ adminKey, principal, now: () => new Date(clock.ms) });
  return { clock, sessions };
}

describe('a login token', () => {
  it('is good for one login', () => {
    const { sessions } = open();
    const { token } = sessions.mint();
    const session = sessions.redeem(token);
    expect(sessions.verify(session?.cookie ?? '')).toEqual(principal);
    expect(sessions.redeem(token)).toBeNull();
  });

  it('is good for ten minutes', () => {
    const { clock, sessions } = open();
    const { token, expiresAt } = sessions.mint();
    expect(expiresAt.getTime() - clock.ms).toBe(10 * minute);
    clock.ms += 10 * minute;
    expect(sessions.redeem(token)).toBeNull();
  });

  it('is no cookie, and a cookie is no token', () => {
    const { sessions } = open();
    const { token } = sessions.mint();
    expect(sessions.verify(token)).toBeNull();
    expect(sessions.redeem(sessions.redeem(token)?.cookie ?? '')).toBeNull();
  });

  it.each(['', '.', 'login.x.9999999999999', 'login.x.9999999999999.', 'a.b.c.d', 'é'.repeat(200)])(
    'cannot be made up as %j',
    (token) => expect(open().sessions.redeem(token)).toBeNull(),
  );

  it('cannot be given a later end', () => {
    const { sessions } = open();
    const [purpose, id, , signature] = sessions.mint().token.split('.');
    expect(sessions.redeem([purpose, id, '9999999999999', signature].join('.'))).toBeNull();
  });
});

describe('a login', () => {
  const cookieOf = ({ sessions }: ReturnType<typeof open>) =>
    sessions.redeem(sessions.mint().token)?.cookie ?? '';

  it('outlives a restart with the same admin key, and ends when that is changed', () => {
    const cookie = cookieOf(open());
    expect(open().sessions.verify(cookie)).toEqual(principal);
    expect(open('another admin key').sessions.verify(cookie)).toBeNull();
  });

  it('ends after thirty days, or when it is ended', () => {
    const first = open();
    const cookie = cookieOf(first);
    first.clock.ms += 30 * 24 * 60 * minute;
    expect(first.sessions.verify(cookie)).toBeNull();
    const second = open();
    const other = cookieOf(second);
    second.sessions.end(other);
    expect(second.sessions.verify(other)).toBeNull();
  });
});
