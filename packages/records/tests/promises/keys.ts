import { beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRepository, type Database } from '../../src/index.ts';

export function describeKeys(open: () => Database): void {
  let database: Database;
  let keys: KeyRepository;
  beforeAll(() => {
    database = open();
    keys = new KeyRepository(database.kysely);
  });

  describe('API keys', () => {
    const input = {
      name: 'app',
      scopes: ['chat' as const],
      personas: ['mira'],
      vouchesForUser: true,
      inlineCitations: false,
      audience: ['family'],
    };

    it('knows a login that was spent at any gateway, until it would have ended, and by a hash alone', async () => {
      const other = new KeyRepository(database.kysely);
      const soon = new Date(Date.now() + 60_000);
      expect(await keys.isLoginSpent('session.abc')).toBe(false);
      const both = await Promise.all([
        keys.spendLogin('session.abc', soon),
        other.spendLogin('session.abc', soon),
      ]);
      expect(both.filter((first) => first)).toHaveLength(1);
      expect(await other.isLoginSpent('session.abc')).toBe(true);
      await keys.spendLogin('session.old', new Date(Date.now() - 60_000));
      await keys.spendLogin('session.new', soon);
      const { rows } = await database.pool.query('SELECT * FROM records.spent_login');
      expect(rows).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toContain('session');
    });

    it('lets an upload be taken once, at whichever gateway', async () => {
      const soon = new Date(Date.now() + 60_000);
      const other = new KeyRepository(database.kysely);
      const both = await Promise.all([
        keys.spendUpload('blob-1', soon),
        other.spendUpload('blob-1', soon),
      ]);
      expect(both.filter((first) => first)).toHaveLength(1);
      expect(await other.spendUpload('blob-2', soon)).toBe(true);
    });

    it('tells a key once, keeps its digest alone, and knows it again', async () => {
      const { key, record } = await keys.create(input);
      expect(key).toMatch(/^pk_[0-9a-f]{16}_[\w-]{43}$/);
      expect(record).toMatchObject({ ...input, revokedAt: null });
      const { name: _, revokedAt: __, ...principal } = record;
      expect(await keys.verify(key)).toEqual(principal);
      const { rows } = await database.pool.query('SELECT * FROM records.api_key');
      expect(JSON.stringify(rows)).not.toContain(key.slice(-43));
    });

    it.each([
      '',
      'x',
      'admin',
      'pk_0123456789abcdef_short',
      `pk_0123456789abcdef_${'A'.repeat(43)}`,
    ])('knows nobody by "%s"', async (key) => {
      expect(await keys.verify(key)).toBeNull();
    });

    it('knows nobody by the right id with another secret', async () => {
      const { key } = await keys.create(input);
      const flipped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
      expect(await keys.verify(flipped)).toBeNull();
    });

    it('knows a revoked key no more, and lists it still', async () => {
      const { key, record } = await keys.create(input);
      expect(await keys.revoke(record.keyId)).toBe(true);
      expect(await keys.revoke('nobody')).toBe(false);
      expect(await keys.verify(key)).toBeNull();
      const listed = (await keys.list()).find(({ keyId }) => keyId === record.keyId);
      expect(listed?.revokedAt).not.toBeNull();
    });

    it('has one admin key, the one that was set last', async () => {
      await keys.ensureAdmin('the first admin key');
      await keys.ensureAdmin('the first admin key');
      await keys.ensureAdmin('pk_0123456789abcdef is no key made here');
      expect(await keys.verify('the first admin key')).toBeNull();
      expect(await keys.verify('pk_0123456789abcdef is no key made here')).toMatchObject({
        keyId: 'admin',
        scopes: ['admin'],
        personas: null,
        vouchesForUser: true,
      });
      await expect(keys.revoke('admin')).rejects.toMatchObject({ code: 'key.is-admin' });
    });
  });
}
