import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personaDocumentSchema, type Document } from '@personate/contracts';
import { analyse, MemoryKnowledgeStores, openEmbedders } from '@personate/knowledge';
import { letterEmbedder } from '@personate/knowledge/testing';
import {
  CorpusRepository,
  EmbeddingRepository,
  ErasureRepository,
  GenerationRepository,
  PersonaRepository,
  ProjectionRepository,
  StatisticsRepository,
  type Database,
  type KnowledgeGeneration,
} from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { chunkPassages, passagesVersion } from '../src/chunk-passages.ts';
import type { ProjectDeps } from '../src/deps.ts';
import { project } from '../src/project.ts';

const { signal } = new AbortController();

const embedder = letterEmbedder();

describe('what ingestion counts for those who serve', () => {
  let database: Database;
  let corpus: CorpusRepository;
  let projection: ProjectionRepository;
  let stores: MemoryKnowledgeStores;
  let generation: KnowledgeGeneration;
  let ingestionId: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    corpus = new CorpusRepository(database.kysely);
    projection = new ProjectionRepository(database.kysely);
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    const personaId = `p-${randomUUID().slice(0, 8)}`;
    const persona = personaDocumentSchema.parse({
      id: personaId,
      name: 'Vera Moll',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
      persona: { summary: 'A keeper.', traits: [{ name: 'patience', strength: 0.8 }] },
    });
    await new PersonaRepository(database.kysely).create(persona, {
      origin: 'operator',
      note: 'for a test',
    });
    stores = new MemoryKnowledgeStores();
    generation = await new GenerationRepository(database.kysely).serving(personaId, embedder);
    ingestionId = randomUUID();
    await database.pool.query(
      `insert into records.ingestion_job (ingestion_id, persona_id, status, options, path, file_name, progress)
       values ($1, $2, 'running', '{}', '/x', 'x', '{}')`,
      [ingestionId, personaId],
    );
  });

  const keys = new Map<string, string>();
  const document = (externalId: string, text: string, more: Partial<Document> = {}): Document => {
    const name = `${generation.personaId} ${externalId}`;
    const documentKey = keys.get(name) ?? randomUUID();
    keys.set(name, documentKey);
    return {
      personaId: generation.personaId,
      sourceId: 'board',
      externalId,
      documentKey,
      text,
      kind: 'social',
      stance: 'by',
      audience: ['public'],
      visibility: 'public',
      language: 'en',
      author: { name: 'Vera Moll' },
      hash: text,
      ...more,
    };
  };
  const store = async (...documents: Document[]) =>
    corpus.writeBatch(
      { ingestionId, attempt: 1, passagesVersion },
      await Promise.all(
        documents.map(async (one) => ({
          document: one,
          passages: await chunkPassages([embedder], one),
          outcome: 'added' as const,
        })),
      ),
    );
  const run = (on: ProjectDeps['projection'] = projection) =>
    project(
      {
        corpus,
        projection: on,
        embeddings: new EmbeddingRepository(database.kysely),
        embedders: openEmbedders({ bundled: embedder, names: ['bundled'] }),
        stores,
      },
      { generation, selfNames: ['Vera Moll'], ingestionId: null, signal },
    );

  /** What is counted in the database, beside what an index of the very passages counts. */
  const both = async (words: string) => {
    const counted = new StatisticsRepository(database.kysely);
    const reader = await stores.reader(generation, signal);
    const terms = [...new Set(analyse(words, 'en')), '2019', '3'];
    return {
      counted: {
        terms: await counted.terms(generation, terms, signal),
        authors: await counted.authors(generation, ['vera', 'abel', 'moll'], signal),
        whole: await counted.statistics(generation, signal),
      },
      held: {
        terms: await reader.termStatistics(terms, signal),
        authors: await reader.authors(['vera', 'abel', 'moll'], signal),
        whole: await reader.statistics(signal),
      },
    };
  };
  const words = 'the gate stays shut, a boat in the harbour, bread and salt, ropes, the keeper';

  it('is what its passages hold, after adding, changing and removing', async () => {
    await store(
      document('a', 'The gate stays shut until the keeper comes.'),
      document('b', 'A boat in the harbour. Another boat outside.', {
        at: '2019-05-03T10:00:00.000Z',
      }),
      document('c', `${'Bread and salt for the keeper. '.repeat(120)}`, {
        author: { name: 'Abel Moll' },
        kind: 'history',
      }),
    );
    await run();
    let { counted, held } = await both(words);
    expect(counted).toEqual(held);
    expect(counted.whole.documents).toBe(3);
    await store(document('a', 'Ropes. Nothing but ropes.', { at: '2001-02-03T00:00:00.000Z' }));
    await new ErasureRepository(database.kysely).eraseDocument({
      erasureId: randomUUID(),
      personaId: generation.personaId,
      documentKey: document('b', '').documentKey,
    });
    await run();
    await run();
    ({ counted, held } = await both(words));
    expect(counted).toEqual(held);
    expect(counted.terms.frequency.has('boat')).toBe(false);
    expect(counted.whole).toMatchObject({ documents: 2, firstAt: '2001-02-03T00:00:00.000Z' });
  });

  it('is exact after a kill between store and mark, and after the step was done twice', async () => {
    await store(document('a', 'The gate stays shut.'), document('b', 'A boat, a boat.'));
    const killed = new Proxy<ProjectDeps['projection']>(projection, {
      get(_, name: keyof ProjectDeps['projection']) {
        if (name === 'markProjected') return () => Promise.reject(new Error('killed'));
        return projection[name].bind(projection);
      },
    });
    await expect(run(killed)).rejects.toThrow('killed');
    expect((await both(words)).counted.whole.passages).toBe(0);
    const behind = await projection.behind(generation.personaId, 1, 10);
    expect(behind).toHaveLength(2);
    await run();
    const { counted, held } = await both(words);
    expect(counted).toEqual(held);
  });

  it('freezes the mean length with the first passages and keeps it', async () => {
    const { personaId } = generation;
    await run();
    expect(await projection.averageLength(personaId, 1)).toBeNull();
    await store(document('a', 'gate boat harbour'), document('b', 'bread salt ropes keeper gate'));
    await run();
    expect(await projection.averageLength(personaId, 1)).toBe(4);
    await store(document('c', 'gate '.repeat(80)));
    await run();
    expect(await projection.averageLength(personaId, 1)).toBe(4);
    expect((await both(words)).counted.terms.averageLength).toBeGreaterThan(20);
  });
});
