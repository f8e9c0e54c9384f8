import { describe } from '@jest/globals';
import { countedStores, MemoryGenerationStatistics } from '@personate/knowledge';
import { knowledgeStoresContract } from '@personate/knowledge/contract';
import { QdrantKnowledgeStores } from '../src/index.ts';
import { MemoryReadGrants } from './support/memory-read-grants.ts';
import { openQdrant, qdrantMissing } from '../src/testing/qdrant-server.ts';

const missing = qdrantMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: knowledge on Qdrant was not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;

for (const placement of ['collection', 'shared'] as const)
  suite(`a placement of its own: ${placement}`, () => {
    const grants = new MemoryReadGrants();
    let stop: () => Promise<void>;
    let clean: () => Promise<void>;
    knowledgeStoresContract(
      `Qdrant, ${placement}`,
      async () => {
        const server = await openQdrant();
        const statistics = new MemoryGenerationStatistics();
        const open = () => {
          const { url, apiKey } = server;
          const options = { url, apiKey, grants, statistics, placement };
          return new QdrantKnowledgeStores(options);
        };
        const stores = open();
        stop = () => server.stop();
        clean = async () => {
          for (const { spec } of grants.rows.values())
            await stores.drop(spec, AbortSignal.timeout(10_000));
        };
        return {
          stores: countedStores(stores, statistics),
          reopen: async () => countedStores(open(), statistics),
        };
      },
      async () => {
        await clean();
        await stop();
      },
    );
  });
