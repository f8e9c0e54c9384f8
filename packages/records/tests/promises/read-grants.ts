import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  GenerationRepository,
  PersonaRepository,
  ReadGrantRepository,
  type Database,
} from '../../src/index.ts';
import { personaDocument } from '../support/persona-document.ts';

export function describeReadGrants(open: () => Database): void {
  describe('by what a generation is read', () => {
    let database: Database;
    let grants: ReadGrantRepository;
    beforeAll(() => {
      database = open();
      grants = new ReadGrantRepository(database.kysely);
    });

    const newGeneration = async (id = `p-${randomUUID().slice(0, 8)}`) => {
      const personas = new PersonaRepository(database.kysely);
      await personas.create(personaDocument(id), { origin: 'operator', note: 'for a test' });
      return new GenerationRepository(database.kysely).serving(id, {
        identity: 'test/4',
        dimensions: 4,
      });
    };
    const grant = (token: string) => ({
      url: 'http://127.0.0.1:6333',
      collection: 'p_1_g1',
      epoch: 'e1',
      token,
      expiresAt: new Date('2031-02-03T04:05:06.789Z'),
    });

    it('is nothing before it was granted, then what was granted last, then nothing again', async () => {
      const spec = await newGeneration();
      expect(await grants.find(spec)).toBeNull();
      await grants.save(spec, grant('first'));
      await grants.save(spec, grant('second'));
      expect(await grants.find(spec)).toEqual(grant('second'));
      await grants.remove(spec);
      await grants.remove(spec);
      expect(await grants.find(spec)).toBeNull();
    });

    it('is not kept for a generation that is not there, nor shown for another persona', async () => {
      const spec = await newGeneration();
      await grants.save(spec, grant('mine'));
      const other = { ...spec, personaUid: randomUUID() };
      expect(await grants.find(other)).toBeNull();
      expect(await grants.find({ ...spec, generation: 2 })).toBeNull();
      await expect(grants.save(other, grant('x'))).rejects.toThrow('not in the records');
      await grants.remove(other);
      expect(await grants.find(spec)).toEqual(grant('mine'));
    });

    it('is paged through, each once', async () => {
      const prefix = `q-${randomUUID().slice(0, 8)}`;
      const specs = [];
      for (const n of [1, 2, 3, 4, 5]) specs.push(await newGeneration(`${prefix}-${n}`));
      for (const spec of specs) await grants.save(spec, grant(spec.personaId));
      const seen: string[] = [];
      let after: (typeof specs)[number] | null = null;
      for (;;) {
        const page: Awaited<ReturnType<typeof grants.page>> = await grants.page(after, 2);
        seen.push(...page.map((one) => one.grant.token));
        after = page.at(-1)?.spec ?? null;
        if (page.length < 2) break;
      }
      expect(seen.filter((token) => token.startsWith(prefix))).toEqual(
        specs.map(({ personaId }) => personaId),
      );
    });
  });
}
