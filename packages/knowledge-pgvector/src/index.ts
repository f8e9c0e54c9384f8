export {
  PgvectorKnowledgeStores,
  type PgvectorKnowledgeStoresOptions,
} from './pgvector-knowledge-stores.ts';
export type { SqlClient, SqlPool, SqlQueryable } from './sql-pool.ts';
