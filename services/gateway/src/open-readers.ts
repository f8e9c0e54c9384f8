import type { Config } from '@personate/chassis';
import type { Status } from '@personate/contracts';
import type { KnowledgeStores } from '@personate/knowledge';
import { PostgresKnowledgeStores } from '@personate/knowledge-pgvector';
import type { Database, Repositories } from '@personate/records';

/** What a gateway reads knowledge by: tokens from the records, or its own role in the database. It holds no key of a store. */
export async function openReaders(parts: {
  config: Pick<Config, 'knowledge'>;
  database: Database;
  records: Pick<Repositories, 'statistics' | 'grants'>;
}): Promise<{ stores: Pick<KnowledgeStores, 'reader' | 'close'>; described: Status['store'] }> {
  const { config, database, records } = parts;
  const { statistics, grants } = records;
  const change =
    'PERSONATE_KNOWLEDGE_STORE says which; docs/operations/compose.md says how to change it.';
  if (config.knowledge.store === 'pgvector')
    return {
      stores: new PostgresKnowledgeStores({
        pool: database.poolFor({ searchPath: 'public' }),
        statistics,
      }),
      described: { name: 'pgvector on Postgres', change },
    };
  // Its client is read where there is a Qdrant, and holds up no other start.
  const { QdrantKnowledgeReaders } = await import('@personate/knowledge-qdrant');
  return {
    stores: new QdrantKnowledgeReaders({
      grants,
      statistics,
      placement: config.knowledge.store === 'qdrant-shared' ? 'shared' : 'collection',
    }),
    described: { name: `Qdrant (${config.knowledge.store})`, change },
  };
}
