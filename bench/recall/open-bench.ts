import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  MemoryKnowledgeStores,
  openEmbedder,
  type Embedder,
  type KnowledgeStores,
} from '../../packages/knowledge/src/index.ts';
import { cachedEmbedder } from './cached-embedder.ts';

export interface Bench {
  embedder: Embedder;
  stores: KnowledgeStores;
  close(): Promise<void>;
}

/** The bundled embedder, and stores in memory or on PGlite. */
export async function openBench(store: string): Promise<Bench> {
  const embedder = cachedEmbedder(
    openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') }),
  );
  if (store === 'memory')
    return { embedder, stores: new MemoryKnowledgeStores(), close: () => embedder.close() };
  if (store !== 'pgvector') throw new Error(`--store is memory or pgvector, not ${store}`);
  const { openTestDatabase } = await import('../../packages/records/src/testing.ts');
  const { PgvectorKnowledgeStores } =
    await import('../../packages/knowledge-pgvector/src/index.ts');
  const database = await openTestDatabase({ migrate: false });
  return {
    embedder,
    stores: new PgvectorKnowledgeStores({ pool: database.pool }),
    async close() {
      await embedder.close();
      await database.close();
    },
  };
}
