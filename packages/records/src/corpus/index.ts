export {
  CorpusRepository,
  type DocumentWrite,
  type KnownDocument,
  type Outcome,
  type ProjectedDocument,
} from './corpus-repository.ts';
export { GenerationRepository, type KnowledgeGeneration } from './generation-repository.ts';
export { SeedSourceRepository } from './seed-source-repository.ts';
