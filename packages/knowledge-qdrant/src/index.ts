export { checkEnforcement, type QdrantFacts } from './check-enforcement.ts';
export {
  QdrantKnowledgeReaders,
  type QdrantKnowledgeReadersOptions,
} from './qdrant-knowledge-readers.ts';
export {
  QdrantKnowledgeStores,
  type QdrantKnowledgeStoresOptions,
} from './qdrant-knowledge-stores.ts';
export type { Snapshot, QdrantSnapshots } from './qdrant-snapshots.ts';
export type { ReadGrant, ReadGrants } from './read-grants.ts';
