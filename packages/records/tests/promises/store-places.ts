import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  ProjectionRepository,
  GenerationRepository,
  PersonaRepository,
  StorePlaceRepository,
  type Database,
} from '../../src/index.ts';
import { personaDocument } from '../support/persona-document.ts';

export function describeStorePlaces(open: () => Database): void {
  describe('the store of a generation', () => {
    let database: Database;
    let places: StorePlaceRepository;
    beforeAll(() => {
      database = open();
      places = new StorePlaceRepository(database.kysely);
    });

    const newGeneration = async () => {
      const id = `p-${randomUUID().slice(0, 8)}`;
      const personas = new PersonaRepository(database.kysely);
      await personas.create(personaDocument(id), { origin: 'operator', note: 'for a test' });
      const embedding = { identity: 'test/4', dimensions: 4 };
      return new GenerationRepository(database.kysely).serving(id, embedding);
    };
    const isBehind = async (store: string, id: string) => {
      const one = await places.isBehind(store, id);
      expect((await places.behind(store)).includes(id)).toBe(one);
      return one;
    };

    it('is pgvector from the first, then the one where it was settled', async () => {
      const spec = await newGeneration();
      expect(await places.find(spec)).toBe('pgvector');
      expect(await isBehind('pgvector', spec.personaId)).toBe(false);
      expect(await isBehind('qdrant', spec.personaId)).toBe(true);
      await places.settle(spec, 'qdrant');
      expect(await places.find(spec)).toBe('qdrant');
      expect(await isBehind('pgvector', spec.personaId)).toBe(true);
      expect(await isBehind('qdrant', spec.personaId)).toBe(false);
      expect(await places.find({ ...spec, generation: 2 })).toBeNull();
    });

    it('is behind while it lacks a document of the records, or holds one that is gone from them', async () => {
      const spec = await newGeneration();
      const key = randomUUID();
      const write = (deleted: string | null) =>
        database.pool.query(
          `insert into corpus.document (document_key, persona_id, source_id, external_id, hash, document,
             passages_version, ingestion_id, deleted_at)
           values ($1, $2, 's', 'e', 'h', '{}', 'v', gen_random_uuid(), $3)
           on conflict (document_key) do update set revision = corpus.document.revision + 1, deleted_at = $3`,
          [key, spec.personaId, deleted],
        );
      const behind = () => isBehind('pgvector', spec.personaId);
      await write('2026-01-01T00:00:00Z');
      expect(await behind()).toBe(false);
      await write(null);
      expect(await behind()).toBe(true);
      const tally = { passages: 0, length: 0, terms: {}, authors: [], groups: [], firstAt: null, lastAt: null }; // prettier-ignore
      const mark = (revision: string) =>
        new ProjectionRepository(database.kysely).markProjected(spec.personaId, 1, [
          { documentKey: key, revision, tally },
        ]);
      await mark('2');
      expect(await behind()).toBe(false);
      await write('2026-01-02T00:00:00Z');
      expect(await behind()).toBe(true);
      await mark('3');
      expect(await behind()).toBe(false);
    });
  });
}
