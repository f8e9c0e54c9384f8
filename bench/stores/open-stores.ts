import {
  MemoryKnowledgeStores,
  PassageIndex,
  type GenerationStatistics,
  type IndexedPassage,
  type KnowledgeStores,
} from '../../packages/knowledge/src/index.ts';
import {
  PgvectorKnowledgeStores,
  PostgresKnowledgeStores,
  type SqlPool,
} from '../../packages/knowledge-pgvector/src/index.ts';
import { QdrantKnowledgeStores } from '../../packages/knowledge-qdrant/src/index.ts';
import { startQdrant } from '../../packages/knowledge-qdrant/src/testing/qdrant-server.ts';
import { MemoryReadGrants } from '../../packages/knowledge-qdrant/tests/support/memory-read-grants.ts';
import { openDatabase } from '../../packages/records/src/index.ts';
import { openTestDatabase, startPostgres } from '../../packages/records/src/testing.ts';
import { PlainQdrant } from './plain-qdrant.ts';

export interface OpenedStore {
  stores: KnowledgeStores;
  /** The database beneath, for the plain queries that it is measured against. */
  pool?: SqlPool;
  /** The Qdrant beneath, for its own hybrid query. */
  qdrant?: PlainQdrant;
  /** Counts what ingestion would have counted in the database: what that question takes is not measured here. */
  count?(passages: readonly IndexedPassage[]): void;
  close(): Promise<void>;
}

export const storeNames = ['memory', 'pglite', 'postgres', 'qdrant'] as const;
export type StoreName = (typeof storeNames)[number];

/** A store with nothing in it, on a server or in a process of its own. */
export async function openStore(name: StoreName): Promise<OpenedStore> {
  switch (name) {
    case 'memory':
      return { stores: new MemoryKnowledgeStores(), close: () => Promise.resolve() };
    case 'pglite': {
      const database = await openTestDatabase({ migrate: false });
      const { pool } = database;
      const stores = new PgvectorKnowledgeStores({ pool, alone: true, maxPassages: 1_000_000 });
      return { stores, pool, close: () => database.close() };
    }
    case 'postgres': {
      const server = await startPostgres({
        shared_buffers: '512MB',
        maintenance_work_mem: '512MB',
        max_wal_size: '4GB',
      });
      const database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
      const { statistics, count } = countedInProcess();
      const stores = new PostgresKnowledgeStores({
        pool: database.poolFor({ searchPath: 'public' }),
        statistics,
      });
      const close = async () => {
        await database.close();
        await server.stop();
      };
      return { stores, pool: database.pool, count, close };
    }
    case 'qdrant': {
      const server = await startQdrant();
      const { url, apiKey } = server;
      const { statistics, count } = countedInProcess();
      const grants = new MemoryReadGrants();
      const stores = new QdrantKnowledgeStores({ url, apiKey, grants, statistics });
      return {
        stores,
        qdrant: new PlainQdrant({ url, apiKey, statistics }),
        count,
        close: () => server.stop(),
      };
    }
  }
}

/** What ingestion counts in the database, counted here: what that question takes is not measured. */
function countedInProcess(): {
  statistics: GenerationStatistics;
  count: (passages: readonly IndexedPassage[]) => void;
} {
  const counted = new PassageIndex(0);
  return {
    statistics: {
      terms: async (_spec, terms) => counted.termStatistics(terms),
      authors: async (_spec, words) => counted.authors(words, 20),
      statistics: () => Promise.reject(new Error('nobody asks for it here')),
    },
    count: (passages) => counted.replaceDocuments([], passages),
  };
}
