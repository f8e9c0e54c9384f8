import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ErasureRepository, type Database } from '../../src/index.ts';

export function describeErasures(open: () => Database): void {
  let erasures: ErasureRepository;
  beforeAll(() => {
    erasures = new ErasureRepository(open().kysely);
  });

  describe('erasures', () => {
    it.each([
      ['document', () => ({ personaId: 'vera', documentKey: randomUUID() })],
      ['persona', () => ({ personaId: randomUUID() })],
      ['user', () => ({ userId: randomUUID() })],
    ] as const)('of one %s asked for at once are one, with one receipt', async (scope, subject) => {
      const target = { scope, ...subject() } as Parameters<ErasureRepository['open']>[0];
      const opened = await Promise.all([1, 2, 3, 4].map(() => erasures.open(target, 'k')));
      const ids = new Set(opened.map(({ erasureId }) => erasureId));
      expect(ids.size).toBe(1);
      const all = await erasures.list({ limit: 500 });
      expect(all.filter(({ erasureId }) => ids.has(erasureId))).toHaveLength(1);
      const other = { scope, ...subject() } as Parameters<ErasureRepository['open']>[0];
      expect(ids).not.toContain((await erasures.open(other, 'k')).erasureId);
    });

    it('of what was erased before are others', async () => {
      const target = { scope: 'user', userId: randomUUID() } as const;
      const { erasureId } = await erasures.open(target, 'k');
      await erasures.finish(erasureId);
      expect((await erasures.open(target, 'k')).erasureId).not.toBe(erasureId);
    });
  });
}
