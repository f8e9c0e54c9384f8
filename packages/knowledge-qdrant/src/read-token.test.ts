import { describe, expect, it } from '@jest/globals';
import { isSignedBy, mintReadToken } from './read-token.ts';

const apiKey = 'a key that nobody guesses';
const expiresAt = new Date('2030-01-01T00:00:00.900Z');
const collection = 'p_0d0f3c4e9f0b4a7d8a55c1b7a4f0e2aa_g1';

function partsOf(token: string): unknown[] {
  const [header, claims] = token.split('.');
  return [header, claims].map((part) =>
    JSON.parse(Buffer.from(part ?? '', 'base64url').toString()),
  );
}

describe('a read token', () => {
  it('says that it reads one collection, and nothing else', () => {
    const [header, claims] = partsOf(mintReadToken({ apiKey, collection, expiresAt }));
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    // The exact claim: with it missing or misspelt Qdrant would give the bearer full rights.
    expect(claims).toEqual({ access: [{ collection, access: 'r' }], exp: 1_893_456_000 });
  });

  it('is not signed for a name that could mean more than one collection, nor without a key', () => {
    for (const name of ['', '*', 'a b', 'p_1,p_2', 'P_1'])
      expect(() => mintReadToken({ apiKey, collection: name, expiresAt })).toThrow('collection');
    expect(() => mintReadToken({ apiKey, collection, expiresAt: new Date(Number.NaN) })).toThrow(
      'exp',
    );
    expect(() => mintReadToken({ apiKey: '', collection, expiresAt })).toThrow('API key');
  });

  it('is known again by the key that signed it only', () => {
    const token = mintReadToken({ apiKey, collection, expiresAt });
    expect(isSignedBy(token, apiKey)).toBe(true);
    expect(isSignedBy(token, `${apiKey}.`)).toBe(false);
    const [header, , signature] = token.split('.');
    const claims = Buffer.from('{"exp":1893456000}').toString('base64url');
    expect(isSignedBy(`${header}.${claims}.${signature}`, apiKey)).toBe(false);
    expect(isSignedBy('', apiKey)).toBe(false);
  });
});
