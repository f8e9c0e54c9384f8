import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generationName, MemoryGenerationStatistics } from '@personate/knowledge';
import { checkEnforcement, QdrantKnowledgeReaders, QdrantKnowledgeStores } from '../src/index.ts';
import { QdrantConnection } from '../src/qdrant-connection.ts';
import { mintReadToken } from '../src/read-token.ts';
import { MemoryReadGrants } from './support/memory-read-grants.ts';
import { asks, newSpec, passage } from './support/passages.ts';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '../src/testing/qdrant-server.ts';

const missing = qdrantBinaryMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: isolation on Qdrant was not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;
const { signal } = new AbortController();

suite('Qdrant itself keeps personas apart', () => {
  let server: OwnQdrantServer;
  const grants = new MemoryReadGrants();
  const statistics = new MemoryGenerationStatistics();
  const [anna, bert] = [newSpec({ personaId: 'anna' }), newSpec({ personaId: 'bert' })];
  const same = passage({ text: 'apple of Anna' });
  let stores: QdrantKnowledgeStores;

  beforeAll(async () => {
    server = await startQdrant();
    const { url, apiKey } = server;
    stores = new QdrantKnowledgeStores({ url, apiKey, grants, statistics });
    for (const [spec, text] of [[anna, 'apple of Anna'], [bert, 'apple of Bert']] as const) // prettier-ignore
      await (await stores.writer(spec, signal)).replaceDocuments([same.documentKey], [{ ...same, text }], signal); // prettier-ignore
  }, 60_000);
  afterAll(() => server.stop());

  const by = (key: string) =>
    new QdrantConnection({ url: server.url, key, timeoutMs: 5_000, retryDelaysMs: [] });
  const tokenOf = async (spec: typeof anna) => (await grants.find(spec))?.token ?? '';
  const minted = (collection: string, from = 60_000) =>
    mintReadToken({ apiKey: server.apiKey, collection, expiresAt: new Date(Date.now() + from) });

  it('a token reads its own collection, and is refused on another for whatever it asks', async () => {
    const token = by(await tokenOf(anna));
    const [own, foreign] = [generationName(anna), generationName(bert)];
    const calls = (collection_name: string) => ({
      query: token.call((api, init) => api.queryPoints({ collection_name, limit: 9 }, init), { signal }),
      scroll: token.call((api, init) => api.scrollPoints({ collection_name, limit: 9 }, init), { signal }),
      retrieve: token.call((api, init) => api.getPoints({ collection_name, ids: [same.passageId] }, init), { signal }),
      count: token.call((api, init) => api.countPoints({ collection_name }, init), { signal }),
      facet: token.call((api, init) => api.facet({ collection_name, key: 'seenBy' }, init), { signal }),
      info: token.call((api, init) => api.getCollection({ collection_name }, init), { signal }),
    }); // prettier-ignore
    for (const call of Object.values(calls(own))) await call;
    for (const call of Object.values(calls(foreign)))
      await expect(call).rejects.toMatchObject({ failure: 'forbidden' });
    // Neither by looking up there what is asked for here.
    const lookup = token.call(
      (api, init) =>
        api.queryPoints(
          {
            collection_name: own,
            query: { recommend: { positive: [same.passageId] } },
            using: 'dense',
            lookup_from: { collection: foreign, vector: 'dense' },
          },
          init,
        ),
      { signal },
    );
    await expect(lookup).rejects.toMatchObject({ failure: 'forbidden' });
  });

  it('a token writes nothing, makes nothing, deletes nothing, and sees no other name', async () => {
    const token = by(await tokenOf(anna));
    const collection_name = generationName(anna);
    const points = [same.passageId];
    const calls = [
      token.call((api, init) => api.deletePoints({ collection_name, points }, init), { signal }),
      token.call((api, init) => api.setPayload({ collection_name, points, payload: {} }, init), { signal }),
      token.call((api, init) => api.deleteCollection({ collection_name }, init), { signal }),
      token.call((api, init) => api.createSnapshot({ collection_name }, init), { signal }),
      token.call((api, init) => api.createCollection({ collection_name: 'mine' }, init), { signal }),
    ]; // prettier-ignore
    for (const call of calls) await expect(call).rejects.toMatchObject({ failure: 'forbidden' });
    const { collections } = await token.call((api, init) => api.getCollections({}, init), {
      signal,
    });
    expect(collections.map(({ name }) => name)).toEqual([collection_name]);
  });

  it('a reader that is handed another persona’s token is refused by Qdrant, not by us', async () => {
    const crossed = {
      find: async (spec: typeof anna) => {
        const grant = await grants.find(spec);
        return grant && { ...grant, token: await tokenOf(bert) };
      },
    };
    const readers = new QdrantKnowledgeReaders({ grants: crossed, statistics });
    const reader = await readers.reader(anna, signal);
    const forbidden = { code: 'knowledge.store-forbidden' };
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(forbidden);
    await expect(reader.passages([same.passageId], asks, signal)).rejects.toMatchObject(forbidden);
    await expect(reader.sentences([same.passageId], asks, signal)).rejects.toMatchObject(forbidden);
  });

  it('a reader that is handed another persona’s row whole does not follow it', async () => {
    const crossed = { find: () => grants.find(bert) };
    const reader = await new QdrantKnowledgeReaders({ grants: crossed, statistics }).reader(anna, signal); // prettier-ignore
    const elsewhere = { code: 'knowledge.store-elsewhere' };
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject(elsewhere);
    await expect(reader.passages([same.passageId], asks, signal)).rejects.toMatchObject(elsewhere);
    await expect(reader.sentences([same.passageId], asks, signal)).rejects.toMatchObject(elsewhere);
  });

  it('a shared collection is never read as a persona’s own, and is left without a trace', async () => {
    const { url, apiKey } = server;
    const shared = new QdrantKnowledgeStores({ url, apiKey, grants, statistics, placement: 'shared' }); // prettier-ignore
    const [carl, dora] = [newSpec({ personaId: 'carl' }), newSpec({ personaId: 'dora' })];
    for (const [spec, text] of [[carl, 'apple of Carl'], [dora, 'apple of Dora']] as const) // prettier-ignore
      await (await shared.writer(spec, signal)).replaceDocuments([same.documentKey], [{ ...same, text }], signal); // prettier-ignore
    const textsBy = async (from: QdrantKnowledgeStores, spec: typeof carl) => {
      const found = await (await from.reader(spec, signal)).candidates(asks, signal);
      return found.map((candidate) => candidate.passage.text);
    };
    expect(await textsBy(shared, carl)).toEqual(['apple of Carl']);
    // The setting was changed, and ingestion has not been there yet.
    await expect(textsBy(stores, carl)).rejects.toMatchObject({ code: 'knowledge.store-elsewhere' }); // prettier-ignore
    await stores.drop(carl, signal);
    await stores.create(carl, signal);
    expect(await textsBy(stores, carl)).toEqual([]);
    const back = new QdrantKnowledgeStores({ url, apiKey, grants, statistics, placement: 'shared' }); // prettier-ignore
    await expect(textsBy(back, carl)).rejects.toMatchObject({ code: 'knowledge.store-elsewhere' }); // prettier-ignore
    const grant = await grants.find(dora);
    const { count } = await by(apiKey).call(
      (api, init) => api.countPoints({ collection_name: grant?.collection ?? '' }, init),
      { signal },
    );
    expect(count).toBe(1);
    expect(await textsBy(shared, dora)).toEqual(['apple of Dora']);
  });

  it('the same ids in two personas never meet, whatever is asked', async () => {
    const texts = async (spec: typeof anna, audience: string[]) => {
      const reader = await stores.reader(spec, signal);
      const found = await reader.candidates({ ...asks, audience }, signal);
      const byId = await reader.passages([same.passageId, 'x', "' or 1=1", ''], { ...asks, audience }, signal); // prettier-ignore
      return [...found, ...byId].map((candidate) => candidate.passage.text);
    };
    expect(await texts(anna, ['public'])).toEqual(['apple of Anna', 'apple of Anna']);
    expect(await texts(bert, ['public'])).toEqual(['apple of Bert', 'apple of Bert']);
    for (const odd of ['*', '{"any":["public"]}', 'pub*', `${generationName(bert)}`])
      expect(await texts(anna, [odd])).toEqual([]);
  });

  it('a token that has ended opens nothing, until the records have a new one', async () => {
    const spec = newSpec();
    const writer = await stores.writer(spec, signal);
    await writer.replaceDocuments([same.documentKey], [same], signal);
    const good = await grants.find(spec);
    // Qdrant allows 30 s of leeway.
    const ended = { ...good!, token: minted(generationName(spec), -60_000) };
    await grants.save(spec, ended);
    const readers = new QdrantKnowledgeReaders({ grants, statistics });
    const reader = await readers.reader(spec, signal);
    await expect(reader.candidates(asks, signal)).rejects.toMatchObject({
      code: 'knowledge.store-forbidden',
    });
    await grants.save(spec, good!);
    expect(await reader.candidates(asks, signal)).toHaveLength(1);
  });

  it('a token outlives the renewal of another, and a revoked key ends them all', async () => {
    const reader = await stores.reader(anna, signal);
    expect(await reader.candidates(asks, signal)).toHaveLength(1);
    await grants.save(anna, { ...(await grants.find(anna))!, token: minted(generationName(anna)) });
    expect(await reader.candidates(asks, signal)).toHaveLength(1);
    const stranger = mintReadToken({
      apiKey: 'another key',
      collection: generationName(anna),
      expiresAt: new Date(Date.now() + 60_000),
    });
    const call = by(stranger).call(
      (api, init) => api.countPoints({ collection_name: generationName(anna) }, init),
      { signal },
    );
    await expect(call).rejects.toMatchObject({ code: expect.stringMatching(/refused|forbidden/) });
  });
});

suite('a Qdrant that does not keep personas apart', () => {
  const check = async (settings: Record<string, string | null>, key?: string) => {
    const server = await startQdrant(settings);
    try {
      const { url, apiKey } = server;
      return await checkEnforcement({ url, apiKey: key ?? apiKey, timeoutMs: 10_000 }, signal);
    } finally {
      await server.stop();
    }
  };

  it('is refused when it lets anybody in, when it takes no tokens, and when the key is not its own', async () => {
    await expect(check({ QDRANT__SERVICE__API_KEY: null, QDRANT__SERVICE__JWT_RBAC: 'false' })).rejects.toMatchObject({ code: 'knowledge.store-open' }); // prettier-ignore
    await expect(check({ QDRANT__SERVICE__JWT_RBAC: 'false' })).rejects.toMatchObject({ code: 'knowledge.store-without-rbac' }); // prettier-ignore
    await expect(check({}, 'wrong key')).rejects.toMatchObject({ code: 'knowledge.store-key-refused' }); // prettier-ignore
    expect(await check({})).toEqual({ version: expect.stringMatching(/^1\./) });
  }, 60_000);
});
