export { CorpusRepository, type KnownDocument } from './corpus-repository.ts';
export { EmbeddingRepository } from './embedding-repository.ts';
export { GenerationRepository, type KnowledgeGeneration } from './generation-repository.ts';
export { ProjectionRepository, type ProjectedDocument } from './projection-repository.ts';
export type { KnowledgeItem, KnownPassage } from './read-knowledge.ts';
export type { PassageWithVector } from './read-mapped.ts';
export { RevisionRepository } from './revision-repository.ts';
export { SeedSourceRepository } from './seed-source-repository.ts';
export type { DocumentWrite, Outcome } from './write-documents.ts';
