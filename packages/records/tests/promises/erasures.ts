import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { documentPlaces } from '../../src/erasures/places/document-places.ts';
import { countRows, personaTables, tablesBelow } from '../../src/erasures/places/persona-tables.ts';
import { beyondPersonas, sparedTables } from '../../src/erasures/places/spared-tables.ts';
import { userPlaces } from '../../src/erasures/places/user-places.ts';
import { ErasureRepository, type Database } from '../../src/index.ts';
import { plantDocument, plantUser, secret } from '../support/plant.ts';

export function describeErasures(open: () => Database): void {
  let database: Database;
  let erasures: ErasureRepository;
  beforeAll(() => {
    database = open();
    erasures = new ErasureRepository(database.kysely);
  });
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.pool.query<Row>(text, values)).rows;
  const tables = async (having = '') =>
    (
      await query<{ name: string }>(
        `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables t
         WHERE table_schema IN ('records', 'corpus', 'serving') AND table_name NOT LIKE 'kysely%' ${having} ORDER BY 1`,
      )
    ).map(({ name }) => name);
  async function tablesWith(words: string): Promise<string[]> {
    const found: string[] = [];
    for (const name of await tables()) {
      const rows = await query(
        `SELECT 1 FROM ${name} AS t WHERE position(lower($1) in lower(t::text)) > 0 LIMIT 1`,
        [words],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }
  const remaining = async (erasureId: string) => (await erasures.check(erasureId))?.remaining ?? {};
  const tablesOf = (places: ReadonlyArray<{ tables: readonly string[] }>) =>
    places.flatMap((place) => [...place.tables]);

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

    it.each([
      ['document', tablesOf(documentPlaces)],
      ['user', tablesOf(userPlaces)],
    ] as const)('of a %s pass by no table unless it is said why', async (scope, gone) => {
      const decided = [...gone, ...Object.keys(sparedTables[scope])];
      expect(decided.toSorted()).toEqual(await tables());
    });

    it('of a persona leave out no table that is of one', async () => {
      const named: string[] = Object.values(personaTables);
      const decided = [...named, ...Object.keys(tablesBelow), ...Object.keys(beyondPersonas)];
      expect(decided.toSorted()).toEqual(await tables());
      const naming = await tables(
        `AND EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = t.table_schema
           AND c.table_name = t.table_name AND c.column_name = 'persona_id')`,
      );
      expect(naming.filter((name) => !(name in beyondPersonas))).toEqual(named.toSorted());
    });

    it('of a document leave its words nowhere, and the check finds them in every place before', async () => {
      const planted = await plantDocument(database);
      const { personaId, documentKey } = planted;
      const wordless = ['corpus.embedding', 'corpus.passage_embedding', 'records.training_run'];
      const told = tablesOf(documentPlaces).filter((name) => !wordless.includes(name));
      expect(await tablesWith(secret)).toEqual(told.toSorted());
      // One that was never done, and says it was.
      const target = { scope: 'document', personaId, documentKey } as const;
      const { erasureId } = await erasures.open(target, 'k');
      await erasures.finish(erasureId);
      for (const [name, count] of Object.entries(await remaining(erasureId)))
        expect([name, count > 0]).toEqual([name, true]);
      expect(await erasures.check(erasureId)).toMatchObject({ whole: false });

      const again = await erasures.open(target, 'k');
      await erasures.eraseDocument({ ...again, personaId, documentKey });
      await erasures.finish(again.erasureId);
      // What a projection holds goes when it comes to the tombstone.
      const projected = ['corpus.projected', 'serving.author', 'serving.passage_group', 'serving.term']; // prettier-ignore
      expect(await tablesWith(secret)).toEqual(projected);
      const { projections, ...others } = await remaining(again.erasureId);
      expect(projections).toBe(1);
      expect(Object.values(others).every((count) => count === 0)).toBe(true);
      await planted.project();
      expect(await tablesWith(secret)).toEqual([]);
      for (const id of [erasureId, again.erasureId])
        expect(await erasures.check(id)).toMatchObject({ whole: true });
    });

    it('of a user leave their words nowhere, and the check finds them in every place before', async () => {
      const { personaId, userId } = await plantUser(database);
      expect(await tablesWith(userId)).toEqual(tablesOf(userPlaces).toSorted());
      const { erasureId } = await erasures.open({ scope: 'user', userId }, 'k');
      await erasures.finish(erasureId);
      for (const [name, count] of Object.entries(await remaining(erasureId)))
        expect([name, count > 0]).toEqual([name, true]);
      await erasures.eraseUser({ erasureId, personaId, userId });
      expect(await tablesWith(userId)).toEqual([]);
      expect(await erasures.check(erasureId)).toMatchObject({ whole: true });
      // Who comes back later is another story.
      await plantUser(database, { userId, at: "now() + interval '1 minute'" });
      expect(await erasures.check(erasureId)).toMatchObject({ whole: true });
    });

    it('of a persona are not whole while a row of it is left', async () => {
      const { personaId } = await plantDocument(database);
      const { erasureId } = await erasures.open({ scope: 'persona', personaId }, 'k');
      const plan = await erasures.planPersona(erasureId, personaId);
      await erasures.finish(erasureId);
      expect(await erasures.check(erasureId)).toMatchObject({
        whole: false,
        remaining: { personas: 1, statistics: 1, interviews: 1, tasks: 1, runs: 1, projections: 1 },
      });
      await erasures.erasePersona({ erasureId, personaId, personaUid: plan?.personaUid ?? '' });
      expect(await erasures.check(erasureId)).toMatchObject({ whole: true });
      expect(await tablesWith(secret)).toEqual([]);
      expect(Object.values(await countRows(database.kysely, personaId)).every((n) => n === 0)).toBe(
        true,
      );
    });
  });
}
