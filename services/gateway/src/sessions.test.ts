import { describe, expect, it } from '@jest/globals';
import type { Principal } from '@personate/contracts';
import { openSessions } from './sessions.ts';
import { spentInMemory } from '../tests/support/spent-in-memory.ts';

const principal: Principal = {
  keyId: 'admin',
  scopes: ['admin'],
  personas: null,
  vouchesForUser: true,
  inlineCitations: false,
  audience: [],
};
const minute = 60_000;

function open(adminKey = 'an admin key', spent = spentInMemory()) {
  const clock = { ms: Date.parse('2026-03-01T00:00:00Z') };
  const sessions = openSessions({ adminKey, principal, spent, now: () => new Date(clock.ms) });
  return { clock, spent, sessions };
}

describe('a login token', () => {
  it('is good for one login', async () => {
    const { sessions } = open();
    const { token } = sessions.mint();
    const session = await sessions.redeem(token);
    expect(await sessions.verify(session?.cookie ?? '')).toEqual(principal);
    expect(await sessions.redeem(token)).toBeNull();
  });

  it('is good for ten minutes', async () => {
    const { clock, sessions } = open();
    const { token, expiresAt } = sessions.mint();
    expect(expiresAt.getTime() - clock.ms).toBe(10 * minute);
    clock.ms += 10 * minute;
    expect(await sessions.redeem(token)).toBeNull();
  });

  it('is no cookie, and a cookie is no token', async () => {
    const { sessions } = open();
    const { token } = sessions.mint();
    expect(await sessions.verify(token)).toBeNull();
    expect(await sessions.redeem((await sessions.redeem(token))?.cookie ?? '')).toBeNull();
  });

  it.each(['', '.', 'login.x.9999999999999', 'login.x.9999999999999.', 'a.b.c.d', 'é'.repeat(200)])(
    'cannot be made up as %j',
    async (token) => expect(await open().sessions.redeem(token)).toBeNull(),
  );

  it('cannot be given a later end', async () => {
    const { sessions } = open();
    const [purpose, id, , signature] = sessions.mint().token.split('.');
    expect(await sessions.redeem([purpose, id, '9999999999999', signature].join('.'))).toBeNull();
  });
});

describe('a login', () => {
  const cookieOf = async ({ sessions }: Pick<ReturnType<typeof open>, 'sessions'>) =>
    (await sessions.redeem(sessions.mint().token))?.cookie ?? '';

  it('outlives a restart with the same admin key, and ends when that is changed', async () => {
    const cookie = await cookieOf(open());
    expect(await open().sessions.verify(cookie)).toEqual(principal);
    expect(await open('another admin key').sessions.verify(cookie)).toBeNull();
  });

  it('ends after thirty days, or when it is ended', async () => {
    const first = open();
    const cookie = await cookieOf(first);
    first.clock.ms += 30 * 24 * 60 * minute;
    expect(await first.sessions.verify(cookie)).toBeNull();
    const second = open();
    const other = await cookieOf(second);
    await second.sessions.end(other);
    expect(await second.sessions.verify(other)).toBeNull();
  });

  it('that is ended at one gateway is ended at each, and a token is used once at all of them', async () => {
    const one = open();
    const two = open('an admin key', one.spent);
    const cookie = await cookieOf(one);
    expect(await two.sessions.verify(cookie)).toEqual(principal);
    await one.sessions.end(cookie);
    expect(await two.sessions.verify(cookie)).toBeNull();
    const { token } = one.sessions.mint();
    const both = await Promise.all([one.sessions.redeem(token), two.sessions.redeem(token)]);
    expect(both.filter((session) => session !== null)).toHaveLength(1);
  });
});
