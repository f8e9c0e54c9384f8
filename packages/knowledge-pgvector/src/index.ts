export {
  PgvectorKnowledgeStores,
  type PgvectorKnowledgeStoresOptions,
} from './pgvector-knowledge-stores.ts';
export {
  PostgresKnowledgeStores,
  type PostgresKnowledgeStoresOptions,
} from './postgres/postgres-knowledge-stores.ts';
export { SqlFailure, type SqlFailureName } from './sql-failure.ts';
export type { SqlClient, SqlPool, SqlQueryable } from './sql-pool.ts';
