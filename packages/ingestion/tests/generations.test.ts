import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpectedError, personaDocumentSchema, type Document } from '@personate/contracts';
import {
  MemoryKnowledgeStores,
  openEmbedders,
  unpackVectors,
  type Embedder,
} from '@personate/knowledge';
import { sentencesIdentity, sentencesKey } from '@personate/language';
import { openRepositories, type Database, type KnowledgeGeneration } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { buildGeneration } from '../src/build-generation.ts';
import { chunkPassages, passagesVersion } from '../src/chunk-passages.ts';
import type { IngestDeps } from '../src/deps.ts';
import { dropGenerations } from '../src/drop-generations.ts';
import { project } from '../src/project.ts';
import { takeOut } from '../src/take-out.ts';

const { signal } = new AbortController();

interface Letters extends Embedder {
  /** Every text that it was asked for. */
  texts: string[];
  /** Thrown instead of the next vectors. */
  failure: Error | null;
}

/** Numbers of the text's letters: building needs vectors, no meaning. */
function letters(identity: string, dimensions: number, maxTokens = 256): Letters {
  const embedder: Letters = {
    identity,
    dimensions,
    maxTokens,
    texts: [],
    failure: null,
    countTokens: async (text) => text.split(/\s+/u).length + 2,
    async embed(texts, abort) {
      abort.throwIfAborted();
      if (embedder.failure !== null) throw embedder.failure;
      for (const text of texts) {
        const tokens = await embedder.countTokens(text);
        if (tokens > maxTokens)
          throw new Error(`${tokens} tokens reached a window of ${maxTokens}`);
      }
      embedder.texts.push(...texts);
      return texts.map((text) => {
        const vector = new Float32Array(dimensions);
        for (const letter of text) {
          const at = (letter.codePointAt(0) ?? 0) % dimensions;
          vector[at] = (vector[at] ?? 0) + 1;
        }
        return vector;
      });
    },
    close: async () => undefined,
  };
  return embedder;
}

describe('a generation of knowledge', () => {
  let database: Database;
  let records: ReturnType<typeof openRepositories>;
  let stores: MemoryKnowledgeStores;
  let bundled: Letters;
  let other: Letters;
  let narrow: Letters;
  let deps: IngestDeps;
  let personaId: string;
  let ingestionId: string;
  let waiting: string[];

  beforeAll(async () => {
    database = await openTestDatabase();
    records = openRepositories(database.kysely);
  }, 180_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    personaId = `p-${randomUUID().slice(0, 8)}`;
    await records.personas.create(
      personaDocumentSchema.parse({
        id: personaId,
        name: 'Vera Moll',
        subject: { kind: 'fictional' },
        disclosure: 'A synthetic persona.',
      }),
      { origin: 'operator', note: 'for a test' },
    );
    ingestionId = randomUUID();
    await database.pool.query(
      `insert into records.ingestion_job (ingestion_id, persona_id, status, options, path, file_name, progress)
       values ($1, $2, 'done', '{}', '/x', 'x', '{}')`,
      [ingestionId, personaId],
    );
    stores = new MemoryKnowledgeStores();
    bundled = letters('letters/8', 8);
    other = letters('endpoint/other/16/passage-text-1', 16);
    narrow = letters('endpoint/narrow/8/passage-text-1', 8, 40);
    waiting = [];
    const embedders = openEmbedders({
      bundled,
      names: ['bundled', 'other', 'narrow'],
      open: async (model) => (model === 'other' ? other : narrow),
    });
    const generations: IngestDeps['generations'] = {
      find: (id) => records.generations.find(id),
      serving: (id, embedding) => records.generations.serving(id, embedding),
      building: (id) => records.generations.building(id),
      kept: (id) => records.generations.kept(id),
      dropping: (id) => records.generations.dropping(id, 0),
      progress: (of, progress) => records.generations.progress(of, progress),
      failed: (of, error, final) => records.generations.failed(of, error, final),
      switchTo: (of) => records.generations.switchTo(of),
      forget: (of) => records.generations.forget(of),
    };
    deps = {
      ...records,
      embedders,
      stores,
      generations,
      places: {
        store: 'pgvector',
        find: (of: KnowledgeGeneration) => records.places.find(of),
        settle: (of: KnowledgeGeneration, to: string) => records.places.settle(of, to),
        isBehind: (id: string) => records.places.isBehind('pgvector', id),
      },
      ingestions: { unfinished: async () => waiting },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    } as unknown as IngestDeps;
  });

  const keys = new Map<string, string>();
  const document = (externalId: string, text: string, more: Partial<Document> = {}): Document => {
    const name = `${personaId} ${externalId}`;
    const documentKey = keys.get(name) ?? randomUUID();
    keys.set(name, documentKey);
    return {
      personaId,
      sourceId: 'board',
      externalId,
      documentKey,
      text,
      kind: 'social',
      stance: 'by',
      audience: ['public'],
      visibility: 'public',
      language: 'en',
      author: { name: 'Vee' },
      hash: text,
      ...more,
    };
  };
  const store = async (documents: Document[], version = passagesVersion) =>
    records.corpus.writeBatch(
      { ingestionId, attempt: 1, passagesVersion: version },
      await Promise.all(
        documents.map(async (one) => ({
          document: one,
          passages: await chunkPassages([bundled], one),
          outcome: 'added' as const,
        })),
      ),
    );
  const serve = async () => {
    const generation = await records.generations.serving(personaId, bundled);
    await project(deps, { generation, selfNames: ['Vera Moll', 'Vee'], ingestionId: null, signal });
    return generation;
  };
  /** Turn by turn, to its end or until an ingestion waits. */
  const build = async (): Promise<boolean> => {
    for (;;) {
      const more = await buildGeneration(deps, { personaId, signal });
      if (!more || waiting.length > 0) return more;
    }
  };
  const begin = (embedder: Embedder, purpose: 'migrate' | 'rebuild' = 'migrate') =>
    records.generations.begin(personaId, { purpose, ...embedder });
  /** Texts of its passages, by what the store tells. */
  const held = async (generation: number): Promise<string[]> => {
    const spec = (await records.generations.kept(personaId)).find(
      (one) => one.generation === generation,
    );
    if (spec === undefined) return [];
    const reader = await stores.reader(spec, signal);
    const found = await reader.candidates(
      {
        vector: new Float32Array(spec.dimensions).fill(1),
        terms: new Map(),
        limit: 1_000,
        audience: ['public'],
      },
      signal,
    );
    return found.map(({ passage }) => passage.text).toSorted((a, b) => (a < b ? -1 : 1));
  };
  const many = Array.from({ length: 150 }, (_, i) => `Note number ${i} speaks of boat ${i * 7}.`);
  const inOrder = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));
  const storeMany = () => store(many.map((text, i) => document(`note-${i}`, text)));

  it('is built from the records while the old one serves, then serves; the old one is kept', async () => {
    await storeMany();
    await serve();
    const begun = await begin(other);
    expect((await records.generations.find(personaId))?.generation).toBe(1);
    await expect(build()).resolves.toBe(false);
    const serving = await records.generations.find(personaId);
    expect(serving).toMatchObject({
      generation: begun.generation,
      embeddingIdentity: other.identity,
    });
    expect(await held(2)).toEqual(inOrder(many));
    expect(await held(1)).toEqual(inOrder(many));
    expect(await records.generations.list(personaId)).toMatchObject([
      { generation: 2, status: 'serving', progress: { phase: 'done', documents: 150, total: 150 } },
      { generation: 1, status: 'retired' },
    ]);
  });

  it('is gone on with where it was ended, and embeds no text twice', async () => {
    await storeMany();
    await serve();
    await begin(other);
    const life = new AbortController();
    const progress = deps.generations.progress;
    deps.generations.progress = async (of, told) => {
      await progress(of, told);
      if (told.documents === 64) life.abort(new Error('killed'));
    };
    await expect(buildGeneration(deps, { personaId, signal: life.signal })).rejects.toThrow(
      'killed',
    );
    expect(other.texts).toHaveLength(64);
    expect((await records.generations.find(personaId))?.generation).toBe(1);
    await build();
    expect(await held(2)).toEqual(inOrder(many));
    expect(other.texts).toHaveLength(150);
    expect(new Set(other.texts).size).toBe(150);
  });

  it('lets ingestions go first, and holds what they brought before it serves', async () => {
    await storeMany();
    const first = await serve();
    await begin(other);
    waiting = ['an ingestion'];
    await expect(build()).resolves.toBe(true);
    expect((await records.generations.find(personaId))?.generation).toBe(1);
    await store([document('late', 'This one arrived late.')]);
    await project(deps, { generation: first, selfNames: [], ingestionId: null, signal });
    waiting = [];
    await build();
    for (const generation of [1, 2])
      expect(await held(generation)).toEqual(inOrder([...many, 'This one arrived late.']));
  });

  it('is not switched to while a document has not reached it', async () => {
    await storeMany();
    await serve();
    await begin(other);
    const building = await records.generations.building(personaId);
    if (building === null) throw new Error('nothing is building');
    await expect(records.generations.switchTo(building)).resolves.toBe(false);
    expect((await records.generations.find(personaId))?.generation).toBe(1);
  });

  it('stops when it is told to, and goes on when it is told to', async () => {
    await storeMany();
    await serve();
    const { generation } = await begin(other);
    await records.generations.setStopped({ personaId, generation }, true);
    await build();
    expect(other.texts).toEqual([]);
    await records.generations.setStopped({ personaId, generation }, false);
    await build();
    expect((await records.generations.find(personaId))?.generation).toBe(2);
  });

  it('loses a document that is removed, whether it is built, serves or is kept', async () => {
    await storeMany();
    await serve();
    await begin(other);
    await build();
    await begin(narrow);
    waiting = [];
    const building = await records.generations.building(personaId);
    if (building === null) throw new Error('nothing is building');
    await project(deps, { generation: building, selfNames: [], ingestionId: null, signal });
    // The embedder of the kept one is gone: what it holds must go all the same.
    deps.embedders = openEmbedders({
      bundled: letters('letters/9', 9),
      names: ['bundled', 'other', 'narrow'],
      open: async (model) => (model === 'other' ? other : narrow),
    });
    const { documentKey } = document('note-7', many[7] ?? '');
    const { erasureId } = await records.erasures.open(
      { scope: 'document', personaId, documentKey },
      'a test',
    );
    await records.erasures.eraseDocument({ erasureId, personaId, documentKey });
    await takeOut(deps, { personaId, signal });
    for (const generation of [1, 2, 3]) {
      const texts = await held(generation);
      expect(texts).toHaveLength(149);
      expect(texts).not.toContain(many[7]);
    }
  });

  it('made anew of the same embedder embeds nothing, and cuts anew what an earlier version cut', async () => {
    await store([document('a', 'First. Second.'), document('b', 'Third.')], 'an earlier version');
    await serve();
    const before = bundled.texts.length;
    const stale = await records.corpus.stale(personaId, passagesVersion, 10);
    expect(stale.map(({ externalId }) => externalId)).toEqual(['a', 'b']);
    await begin(bundled, 'rebuild');
    await build();
    expect(await records.corpus.stale(personaId, passagesVersion, 10)).toEqual([]);
    expect((await records.generations.find(personaId))?.generation).toBe(2);
    expect(await held(2)).toEqual(['First. Second.', 'Third.']);
    expect(bundled.texts).toHaveLength(before);
  });

  it('carries the sentences of each passage, by the bundled model whichever serves, and makes them anew for no rebuilding', async () => {
    const two = 'We sailed at dawn on Monday. The rain came in at noon.';
    const one = 'Nobody has seen the ferry since.';
    await store([document('two', two), document('one', one), document('none', 'Yes!')]);
    const sentencesIn = async (generation: number) => {
      const spec = (await records.generations.kept(personaId)).find(
        (kept) => kept.generation === generation,
      );
      if (spec === undefined) throw new Error(`no generation ${generation}`);
      const reader = await stores.reader(spec, signal);
      const query = { vector: new Float32Array(spec.dimensions).fill(1), terms: new Map(), audience: ['public'] }; // prettier-ignore
      const found = await reader.candidates({ ...query, limit: 10 }, signal);
      const ids = found.map(({ passage }) => passage.passageId);
      const packed = await reader.sentences(ids, query, signal);
      return new Map(
        found.map(({ passage: { passageId, text, language } }) => {
          const key = sentencesKey(bundled.identity, { text, language }, generation > 1);
          return [text, unpackVectors(key, packed.get(passageId) ?? new Uint8Array())?.length];
        }),
      );
    };
    const expected = new Map([[two, 2], [one, 1], ['Yes!', undefined]]); // prettier-ignore
    await serve();
    expect(await sentencesIn(1)).toEqual(expected);
    // The one sentence of a passage is its text.
    expect(bundled.texts.toSorted()).toEqual(
      [one, two, ...two.split(/(?<=\.) /u), 'Yes!'].toSorted(),
    );
    // Of what another embedder serves, the bundled model's vector of each passage as one stands behind them.
    const andWhole = new Map([[two, 3], [one, 2], ['Yes!', 1]]); // prettier-ignore
    await begin(other);
    await build();
    expect(await sentencesIn(2)).toEqual(andWhole);
    expect(other.texts).toHaveLength(3);
    const before = bundled.texts.length;
    await begin(other, 'rebuild');
    await build();
    expect(await sentencesIn(3)).toEqual(andWhole);
    expect(bundled.texts).toHaveLength(before);
  });

  it('forgets the sentences of a text that is gone, as its vector', async () => {
    await store([document('a', 'We sailed at dawn on Monday. The rain came in at noon.')]);
    await serve();
    expect(await records.embeddings.count(personaId)).toBe(2);
    await store([document('a', 'Something else entirely was said. And then no more of it.')]);
    await serve();
    await records.embeddings.prune(personaId);
    expect(await records.embeddings.count(personaId)).toBe(2);
    const left = await database.pool.query(
      `select count(*)::int as n from corpus.embedding where persona_id = $1 and identity = $2`,
      [personaId, sentencesIdentity(bundled.identity)],
    );
    expect(left.rows).toEqual([{ n: 1 }]);
  });

  it('mends a store that was lost', async () => {
    await storeMany();
    const first = await serve();
    await stores.drop(first, signal);
    expect(await held(1)).toEqual([]);
    await begin(bundled, 'rebuild');
    await build();
    expect(await held(2)).toEqual(inOrder(many));
  });

  it('of a smaller window holds every word, in pieces that it takes whole', async () => {
    const long = Array.from({ length: 30 }, (_, i) => `On day ${i} the ferry crossed again.`).join(
      ' ',
    );
    await store([document('long', long), document('short', 'Nothing to cut here.')]);
    await serve();
    expect(await held(1)).toHaveLength(2);
    await begin(narrow);
    await build();
    const pieces = await held(2);
    expect(pieces.length).toBeGreaterThan(6);
    const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/u).length;
    expect(words(pieces)).toBe(words([long, 'Nothing to cut here.']));
  });

  it('that is dropped takes the vectors along that no other needs', async () => {
    await storeMany();
    await serve();
    await begin(other);
    await build();
    const cached = async (identity: string) =>
      Number(
        (
          await database.pool.query(
            'select count(*) as n from corpus.embedding where persona_id = $1 and identity = $2',
            [personaId, identity],
          )
        ).rows[0]?.n,
      );
    expect([await cached(bundled.identity), await cached(other.identity)]).toEqual([150, 150]);
    await expect(records.generations.giveUp({ personaId, generation: 2 })).resolves.toBe(false);
    await expect(records.generations.giveUp({ personaId, generation: 1 })).resolves.toBe(true);
    await dropGenerations(deps, { personaId, signal });
    expect([await cached(bundled.identity), await cached(other.identity)]).toEqual([0, 150]);
    expect(await records.generations.list(personaId)).toMatchObject([
      { generation: 2, status: 'serving' },
      { generation: 1, status: 'dropped' },
    ]);
    // Made anew, it gets a number of its own.
    expect((await begin(bundled)).generation).toBe(3);
  });

  it('is not dropped while an answer that began before may still read it', async () => {
    await storeMany();
    await serve();
    await begin(other);
    await build();
    await records.generations.giveUp({ personaId, generation: 1 });
    expect(await records.generations.dropping(personaId, 60_000)).toEqual([]);
    expect(await records.generations.dropping(personaId, 0)).toHaveLength(1);
  });

  it('that is kept is taken up again when one goes back to its embedder', async () => {
    await storeMany();
    await serve();
    await begin(other);
    await build();
    const embedded = bundled.texts.length;
    await store([document('late', 'This one arrived late.')]);
    expect((await begin(bundled)).generation).toBe(1);
    await build();
    expect((await records.generations.find(personaId))?.generation).toBe(1);
    expect(await held(1)).toEqual(inOrder([...many, 'This one arrived late.']));
    expect(bundled.texts).toHaveLength(embedded + 1);
  });

  it('waits when its embedder fails for a while, and stops when it fails for good', async () => {
    await storeMany();
    await serve();
    const { generation } = await begin(other);
    other.failure = new ExpectedError('unavailable', 'embedding.unavailable', 'It is down.', {
      fix: 'Start it.',
    });
    await expect(build()).rejects.toThrow('It is down.');
    expect(await records.generations.get(personaId, generation)).toMatchObject({
      status: 'building',
      stopped: false,
      error: { code: 'embedding.unavailable' },
    });
    other.failure = new Error('a bug');
    await expect(build()).resolves.toBe(false);
    expect(await records.generations.get(personaId, generation)).toMatchObject({
      stopped: true,
      error: { code: 'internal' },
    });
    other.failure = null;
    await build();
    expect((await records.generations.find(personaId))?.generation).toBe(1);
    await records.generations.setStopped({ personaId, generation }, false);
    await build();
    expect(await records.generations.get(personaId, generation)).toMatchObject({
      status: 'serving',
      error: null,
    });
  });

  it('is one at a time, and none is begun that would change nothing', async () => {
    await expect(begin(other)).rejects.toMatchObject({ code: 'knowledge.empty' });
    await storeMany();
    await serve();
    await expect(begin(bundled)).rejects.toMatchObject({ code: 'generation.same-embedder' });
    const begun = await Promise.allSettled([begin(other), begin(narrow)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
