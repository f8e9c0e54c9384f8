import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ProjectionRepository,
  PersonaRepository,
  StatisticsRepository,
  type Database,
  type DocumentTally,
} from '../../src/index.ts';
import { personaDocument } from '../support/persona-document.ts';
import { tallyOf } from '../support/tally.ts';

const { signal } = new AbortController();
const vocabulary = ['apple', 'pear', 'plum', 'quince', 'cherry'];

export function describeStatistics(open: () => Database): void {
  describe('the statistics of a generation', () => {
    let database: Database;
    let projection: ProjectionRepository;
    let statistics: StatisticsRepository;
    let persona: { id: string; uid: string };

    const newPersona = async () => {
      const id = `p-${randomUUID().slice(0, 8)}`;
      const personas = new PersonaRepository(database.kysely);
      await personas.create(personaDocument(id), { origin: 'operator', note: 'for a test' });
      return { id, uid: await personas.uid(id) };
    };
    beforeAll(() => {
      database = open();
      projection = new ProjectionRepository(database.kysely);
      statistics = new StatisticsRepository(database.kysely);
    });
    beforeEach(async () => {
      persona = await newPersona();
    });

    const spec = (generation = 1) => ({ personaUid: persona.uid, generation });
    const mark = (
      tallies: ReadonlyMap<string, DocumentTally>,
      { generation = 1, revision = '1' } = {},
    ) =>
      projection.markProjected(
        persona.id,
        generation,
        [...tallies].map(([documentKey, tally]) => ({ documentKey, revision, tally })),
      );
    const terms = (generation = 1) => statistics.terms(spec(generation), vocabulary, signal);

    it('are empty before anything was counted', async () => {
      expect(await terms()).toEqual({ passages: 0, averageLength: 0, frequency: new Map() });
      expect(await statistics.authors(spec(), ['ada'], signal)).toEqual([]);
      expect(await statistics.statistics(spec(), signal)).toEqual({
        documents: 0,
        passages: 0,
        byKind: {},
        bySource: {},
        firstAt: null,
        lastAt: null,
      });
    });

    it('are those of the documents as they are now, whatever was added, repeated, changed and removed', async () => {
      const stands = new Map<string, DocumentTally>();
      const keys = Array.from({ length: 12 }, () => randomUUID());
      const random = pseudoRandom(7);
      for (let step = 0; step < 25; step++) {
        const batch = new Map(
          keys
            .filter(() => random() < 0.4)
            .map((key) => [key, anyTally(random, keys.indexOf(key))] as const),
        );
        await mark(batch);
        if (random() < 0.3) await mark(batch);
        for (const [key, tally] of batch) stands.set(key, tally);
        const all = [...stands.values()];
        expect(await terms()).toEqual(expectedTerms(all));
        expect(await statistics.statistics(spec(), signal)).toEqual(expectedWhole(all));
      }
      await mark(new Map(keys.map((key) => [key, tallyOf([])])));
      const { rows } = await database.pool.query(
        `select (select count(*)::int from serving.term t where t.serving_id = g.serving_id) as terms,
           (select count(*)::int from serving.author a where a.serving_id = g.serving_id) as authors
         from serving.generation g where persona_uid = $1`,
        [persona.uid],
      );
      expect(rows).toEqual([{ terms: 0, authors: 0 }]);
    });

    it('keep two generations and two personas apart, counted at the same time', async () => {
      const other = await newPersona();
      const key = randomUUID();
      await Promise.all([
        mark(new Map([[key, tallyOf(['apple pear'])]])),
        mark(new Map([[key, tallyOf(['apple', 'apple'])]]), { generation: 2 }),
        projection.markProjected(other.id, 1, [
          { documentKey: key, revision: '1', tally: tallyOf(['plum']) },
        ]),
      ]);
      expect((await terms()).frequency).toEqual(new Map([['apple', 1], ['pear', 1]])); // prettier-ignore
      expect((await terms(2)).frequency).toEqual(new Map([['apple', 2]]));
      await projection.forgetGeneration(persona.id, 2);
      expect((await terms(2)).passages).toBe(0);
      expect((await terms()).passages).toBe(1);
      const theirs = { personaUid: other.uid, generation: 1 };
      expect((await statistics.terms(theirs, vocabulary, signal)).frequency).toEqual(
        new Map([['plum', 1]]),
      );
    });

    it('lose no count when many steps of one generation are counted at the same time', async () => {
      const steps = Array.from(
        { length: 8 },
        (_, n) => new Map([[randomUUID(), tallyOf([`apple ${vocabulary[n % 5]}`])]]),
      );
      await Promise.all(steps.map((step) => mark(step)));
      expect(await terms()).toEqual(expectedTerms(steps.flatMap((step) => [...step.values()])));
    });

    it('move with the mark of the projection or not at all', async () => {
      const key = randomUUID();
      await mark(new Map([[key, tallyOf(['apple'], { author: 'Ada King' })]]));
      const before = [await terms(), await statistics.statistics(spec(), signal)];
      const torn = new Map([[key, tallyOf(['pear pear'], { at: '2001-01-01T00:00:00.000Z' })]]);
      await expect(mark(torn, { revision: 'no number' })).rejects.toThrow('bigint');
      expect([await terms(), await statistics.statistics(spec(), signal)]).toEqual(before);
      expect(await statistics.authors(spec(), ['king'], signal)).toEqual(['Ada King']);
    });

    it('know authors by any word of their names, most frequent first, whatever is asked', async () => {
      await mark(
        new Map([
          [randomUUID(), tallyOf(['one', 'two'], { author: 'Ada King' })],
          [randomUUID(), tallyOf(['three'], { author: 'Stephen King' })],
          [randomUUID(), tallyOf(['four'], { author: `o'k"; drop table x; --` })],
        ]),
      );
      expect(await statistics.authors(spec(), ['king', 'the'], signal)).toEqual([
        'Ada King',
        'Stephen King',
      ]);
      const odd = [`') or true --`, '{}', '', '%', `o'k";`];
      expect(await statistics.authors(spec(), odd, signal)).toEqual([`o'k"; drop table x; --`]);
      expect((await statistics.terms(spec(), odd, signal)).frequency).toEqual(new Map());
    });

    it('freeze a mean length once, and sample no other persona to measure it', async () => {
      await database.pool.query(
        `insert into records.knowledge_generation (persona_id, generation, embedding_identity, dimensions, status)
         values ($1, 1, 'e', 4, 'serving')`,
        [persona.id],
      );
      expect(await projection.averageLength(persona.id, 1)).toBeNull();
      expect(await projection.freezeAverageLength(persona.id, 1, 12.5)).toBe(12.5);
      expect(await projection.freezeAverageLength(persona.id, 1, 99)).toBe(12.5);
      expect(await projection.averageLength(persona.id, 1)).toBe(12.5);
      expect(await projection.samplePassages(persona.id, 10)).toEqual([]);
    });
  });
}

function anyTally(random: () => number, n: number): DocumentTally {
  const some = () => vocabulary[Math.floor(random() * vocabulary.length)] as string;
  const texts = Array.from({ length: Math.floor(random() * 4) }, () => `${some()} ${some()} word`);
  return tallyOf(texts, {
    author: `Author ${n % 3}`,
    sourceId: `s${n % 2}`,
    ...(random() < 0.7 ? { at: new Date(1e12 + Math.floor(random() * 1e9)).toISOString() } : {}),
  });
}

function expectedTerms(tallies: readonly DocumentTally[]) {
  const passages = sum(tallies, (tally) => tally.passages);
  const counts = vocabulary.map((term) => [term, sum(tallies, (t) => t.terms[term] ?? 0)] as const);
  return {
    passages,
    averageLength: passages === 0 ? 0 : sum(tallies, (tally) => tally.length) / passages,
    frequency: new Map(counts.filter(([, count]) => count > 0)),
  };
}

function expectedWhole(tallies: readonly DocumentTally[]) {
  const bySource: Record<string, number> = {};
  for (const { sourceId, passages } of tallies.flatMap(({ groups }) => groups))
    bySource[sourceId] = (bySource[sourceId] ?? 0) + passages;
  const passages = sum(tallies, (tally) => tally.passages);
  return {
    documents: tallies.filter((tally) => tally.passages > 0).length,
    passages,
    byKind: passages === 0 ? {} : { social: passages },
    bySource,
    firstAt: tallies.flatMap(({ firstAt }) => firstAt ?? []).toSorted()[0] ?? null,
    lastAt: tallies.flatMap(({ lastAt }) => lastAt ?? []).toSorted().at(-1) ?? null, // prettier-ignore
  };
}

const sum = (tallies: readonly DocumentTally[], value: (tally: DocumentTally) => number): number =>
  tallies.reduce((total, tally) => total + value(tally), 0);

/** Mulberry32: the same numbers in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
