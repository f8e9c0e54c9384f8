import { describe, expect, it } from '@jest/globals';
import { grantReading, isDue, renewReadTokens, type GrantOptions } from '../src/grant-reading.ts';
import { ReadConnections } from '../src/read-connections.ts';
import { MemoryReadGrants } from './support/memory-read-grants.ts';
import { newSpec } from './support/passages.ts';

const { signal } = new AbortController();
const hourMs = 3_600_000;
const url = 'http://127.0.0.1:1';

function open(apiKey = 'first key') {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const grants = new MemoryReadGrants();
  const options: GrantOptions = {
    grants,
    apiKey,
    now: () => new Date(now),
    tokenLifeMs: 10 * hourMs,
  };
  return {
    grants,
    options,
    pass: (ms: number) => void (now += ms),
    grant: (spec: ReturnType<typeof newSpec>, collection = 'p_1_g1', at = url) =>
      grantReading(options, spec, { url: at, collection, epoch: 'e' }),
  };
}

describe('renewing read tokens', () => {
  it('gives a new one when half of the old one’s life is over, long before it ends', async () => {
    const { grants, options, pass, grant } = open();
    const spec = newSpec();
    await grant(spec);
    const first = await grants.find(spec);
    pass(4 * hourMs);
    expect(await renewReadTokens(options, url, signal)).toBe(0);
    pass(2 * hourMs);
    expect(await renewReadTokens(options, url, signal)).toBe(1);
    const second = await grants.find(spec);
    expect(second?.token).not.toBe(first?.token);
    expect(second).toMatchObject({ collection: 'p_1_g1', epoch: 'e', url });
    expect(second?.expiresAt.getTime()).toBe((first?.expiresAt.getTime() ?? 0) + 6 * hourMs);
    expect(await renewReadTokens(options, url, signal)).toBe(0);
  });

  it('reaches every generation on this Qdrant, however many, and none on another', async () => {
    const { options, pass, grant } = open();
    for (let n = 0; n < 1_203; n++) await grant(newSpec());
    await grant(newSpec(), 'p_1_g1', 'http://elsewhere:1');
    pass(6 * hourMs);
    expect(await renewReadTokens(options, url, signal)).toBe(1_203);
  });

  it('gives new ones at once when Qdrant has got another key', async () => {
    const { grants, options, grant } = open();
    const spec = newSpec();
    await grant(spec);
    const other = { ...options, apiKey: 'second key' };
    expect(await renewReadTokens(other, url, signal)).toBe(1);
    const renewed = await grants.find(spec);
    expect(renewed).not.toBeNull();
    expect([isDue(other, renewed!), isDue(options, renewed!)]).toEqual([false, true]);
  });
});

describe('connections by token', () => {
  const connections = (grants: MemoryReadGrants, now: () => Date, limit = 10) =>
    new ReadConnections({ grants, timeoutMs: 1_000, now, limit });

  it('ask the records once, and again when the token is about to end', async () => {
    const { grants, options, pass, grant } = open();
    const spec = newSpec();
    await grant(spec);
    const opened = connections(grants, options.now);
    const first = await opened.open(spec);
    expect(await opened.open(spec)).toBe(first);
    expect(grants.finds).toBe(1);
    pass(10 * hourMs - 30_000);
    expect(await opened.open(spec)).toBe(first);
    expect(grants.finds).toBe(2);
    await grant(spec);
    const second = await opened.open(spec);
    expect(second).not.toBe(first);
    expect(await opened.open(spec)).toBe(second);
    expect(grants.finds).toBe(3);
  });

  it('are gone with the row, and no more are held than may be', async () => {
    const { grants, options, grant } = open();
    const [a, b, c] = [newSpec(), newSpec(), newSpec()];
    for (const spec of [a, b, c]) await grant(spec);
    const opened = connections(grants, options.now, 2);
    const held = await opened.open(a);
    await opened.open(b);
    expect(await opened.open(a)).toBe(held);
    await opened.open(c);
    expect(await opened.open(a)).toBe(held);
    expect(grants.finds).toBe(3);
    await opened.open(b);
    expect(grants.finds).toBe(4);
    await grants.remove(a);
    expect(await opened.reopen(a)).toBeNull();
    expect(await opened.open(a)).toBeNull();
  });
});
