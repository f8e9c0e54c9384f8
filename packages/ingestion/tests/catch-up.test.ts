import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpectedError, personaDocumentSchema, type Document } from '@personate/contracts';
import { MemoryKnowledgeStores, openEmbedders, type KnowledgeStores } from '@personate/knowledge';
import { letterEmbedder } from '@personate/knowledge/testing';
import { openRepositories, type Database, type Repositories } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { catchUp } from '../src/catch-up.ts';
import { chunkPassages, passagesVersion } from '../src/chunk-passages.ts';
import { openGeneration } from '../src/open-generation.ts';

const { signal } = new AbortController();

const embedder = letterEmbedder();
const texts = ['The gate stays shut.', 'A boat in the harbour.', 'Bread and salt.'];

describe('a store that lacks what the records have', () => {
  let database: Database;
  let records: Repositories;
  let personaId: string;
  let ingestionId: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    records = openRepositories(database.kysely);
  }, 120_000);
  afterAll(() => database.close());

  const open = (stores: KnowledgeStores, store = 'pgvector') => ({
    projection: records.projection,
    embeddings: records.embeddings,
    generations: records.generations,
    personas: records.personas,
    corpus: records.corpus,
    embedders: openEmbedders({ bundled: embedder, names: ['bundled'] }),
    stores,
    places: {
      store,
      find: records.places.find.bind(records.places),
      settle: records.places.settle.bind(records.places),
      isBehind: (id: string) => records.places.isBehind(store, id),
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const textsIn = async (stores: KnowledgeStores): Promise<string[]> => {
    const spec = await records.generations.serving(personaId, embedder);
    const reader = await stores.reader(spec, signal);
    const query = { terms: new Map(), vector: new Float32Array(8).fill(1), audience: ['public'], limit: 99 }; // prettier-ignore
    return (await reader.candidates(query, signal)).map(({ passage }) => passage.text).toSorted();
  };
  const counted = async () => {
    const spec = await records.generations.serving(personaId, embedder);
    return (await records.statistics.statistics(spec, signal)).documents;
  };
  /** One of each text, in the records only. */
  const write = (from = 0, to = texts.length) =>
    Promise.all(
      texts.slice(from, to).map(async (text, i) => {
        const document: Document = {
          personaId,
          sourceId: 'board',
          externalId: `e${from + i}`,
          documentKey: randomUUID(),
          text,
          kind: 'social',
          stance: 'by',
          audience: ['public'],
          visibility: 'public',
          language: 'en',
          hash: text,
        };
        return { document, passages: await chunkPassages([embedder], document), outcome: 'added' as const }; // prettier-ignore
      }),
    ).then(async (writes) => {
      await records.corpus.writeBatch({ ingestionId, attempt: 1, passagesVersion }, writes);
      return writes;
    });

  beforeEach(async () => {
    personaId = `p-${randomUUID().slice(0, 8)}`;
    const persona = personaDocumentSchema.parse({
      id: personaId,
      name: 'Vera Moll',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
      persona: { summary: 'A keeper.', traits: [{ name: 'patience', strength: 0.8 }] },
    });
    await records.personas.create(persona, { origin: 'operator', note: 'for a test' });
    ingestionId = randomUUID();
    await database.pool.query(
      `insert into records.ingestion_job (ingestion_id, persona_id, status, options, path, file_name, progress)
       values ($1, $2, 'running', '{}', '/x', 'x', '{}')`,
      [ingestionId, personaId],
    );
  });

  it('another store gets everything, and nothing that was removed meanwhile', async () => {
    const [first, second] = [new MemoryKnowledgeStores(), new MemoryKnowledgeStores()];
    await openGeneration(open(first), { personaId, signal });
    const writes = await write();
    await catchUp(open(first), { personaId, signal });
    expect(await textsIn(first)).toEqual(texts.toSorted());
    await catchUp(open(second, 'qdrant'), { personaId, signal });
    expect(await textsIn(second)).toEqual(texts.toSorted());
    expect(await counted()).toBe(3);
    const kept = writes.filter(({ document }) => document.externalId !== 'e1');
    await records.corpus.writeBatch(
      { ingestionId, attempt: 2, passagesVersion },
      kept.map(({ document }) => ({ document, outcome: 'unchanged' as const })),
    );
    await records.corpus.removeUnmet({ personaId, sourceId: 'board', ingestionId, attempt: 2 });
    await catchUp(open(second, 'qdrant'), { personaId, signal });
    // And back again: what still lies there is not taken for true.
    await catchUp(open(first), { personaId, signal });
    for (const stores of [first, second])
      expect(await textsIn(stores)).toEqual(['Bread and salt.', 'The gate stays shut.']);
    expect(await counted()).toBe(2);
    await catchUp(open(first), { personaId, signal });
    expect(await records.places.isBehind('pgvector', personaId)).toBe(false);
  });

  it('one that lost the generation gets it again', async () => {
    const stores = new MemoryKnowledgeStores();
    await openGeneration(open(stores), { personaId, signal });
    await write(0, 2);
    await catchUp(open(stores), { personaId, signal });
    const spec = await records.generations.serving(personaId, embedder);
    await stores.drop(spec, signal);
    // As a store with memory of its own says it.
    let lost = true;
    const losing: KnowledgeStores = Object.assign(Object.create(stores) as KnowledgeStores, {
      create: async () => {
        if (lost)
          throw new ExpectedError('unavailable', 'knowledge.collection-missing', 'gone', { fix: 'f' }); // prettier-ignore
      },
      drop: async () => void (lost = false),
      reader: stores.reader.bind(stores),
      writer: stores.writer.bind(stores),
    });
    await write(2, 3);
    await catchUp(open(losing), { personaId, signal });
    expect(await textsIn(stores)).toEqual(texts.toSorted());
    expect(await counted()).toBe(3);
  });

  it('killed while it moves, it is behind until all is there', async () => {
    const [first, second] = [new MemoryKnowledgeStores(), new MemoryKnowledgeStores()];
    await openGeneration(open(first), { personaId, signal });
    await write();
    await catchUp(open(first), { personaId, signal });
    for (const killed of ['drop', 'create', 'writer'] as const) {
      const dying: KnowledgeStores = Object.assign(Object.create(second) as KnowledgeStores, {
        create: second.create.bind(second),
        drop: second.drop.bind(second),
        writer: second.writer.bind(second),
        [killed]: () => Promise.reject(new Error('killed')),
      });
      const moving = catchUp(open(dying, 'qdrant'), { personaId, signal });
      await expect(moving).rejects.toThrow('killed');
      expect(await records.places.behind('qdrant')).toContain(personaId);
    }
    await catchUp(open(second, 'qdrant'), { personaId, signal });
    expect(await textsIn(second)).toEqual(texts.toSorted());
    expect(await records.places.behind('qdrant')).not.toContain(personaId);
  });
});
