export type * from './embedder.ts';
export type * from './generation-statistics.ts';
export type * from './knowledge-store.ts';
export type * from './recall-types.ts';
export {
  embeddingText,
  embeddingTextVersion,
  type EmbeddingTextOptions,
} from './embedding/embedding-text.ts';
export { openMiniLmEmbedder, type MiniLmEmbedderOptions } from './embedding/minilm-embedder.ts';
export {
  openEmbedder,
  type OpenedEmbedder,
  type OpenEmbedderOptions,
} from './embedding/open-embedder.ts';
export {
  bundledName,
  configuredEmbedders,
  openEmbedders,
  type Embedders,
  type OpenEmbeddersOptions,
} from './embedding/open-embedders.ts';
export {
  QuestionEmbedders,
  type QuestionEmbeddersOptions,
} from './embedding/question-embedders.ts';
export {
  openEndpointEmbedder,
  type EndpointEmbedderOptions,
} from './embedding/endpoint/endpoint-embedder.ts';
export {
  chunkDocument,
  chunkerVersion,
  type Chunk,
  type ChunkOptions,
} from './chunking/chunk-document.ts';
export { analyse } from './lexical/analyse.ts';
export { detectLanguage, type DetectLanguageOptions } from './lexical/detect-language.ts';
export {
  averageLengthOf,
  defaultAverageLength,
  dot,
  sparseQuery,
  sparseVector,
  type SparseVector,
} from './lexical/sparse-vector.ts';
export { termsOf } from './lexical/passage-terms.ts';
export { termId } from './lexical/term-id.ts';
export { PassageIndex, type Hit, type IndexedPassage } from './index/passage-index.ts';
export { checkPassages } from './stores/check-passages.ts';
export { countedStores } from './stores/counted-stores.ts';
export { generationName } from './stores/generation-name.ts';
export { MemoryGenerationStatistics } from './stores/memory-generation-statistics.ts';
export { MemoryKnowledgeStores } from './stores/memory-knowledge-stores.ts';
export { tallyDocument } from './stores/tally-document.ts';
export { countPersons } from './recall/question-words.ts';
export { packVectors, unpackVectors } from './embedding/packed-vectors.ts';
export { CircuitBreaker } from './embedding/endpoint/circuit-breaker.ts';
export { removeNames } from './embedding/remove-names.ts';
export { observedEmbedders, type ObservedEmbedding } from './observe/observed-embedders.ts';
export { observedStores, type ObserveCall } from './observe/observed-stores.ts';
export { recall } from './recall/recall.ts';
export { scorePassage } from './recall/score-passage.ts';
export { scores as recallScores, weights as recallWeights } from './recall/scores.ts';
export { mapKnowledge, type MappedPassage } from './map/map-knowledge.ts';
export type { Reranker } from './reranking/reranker.ts';
export {
  createEndpointReranker,
  type EndpointRerankerOptions,
} from './reranking/endpoint-reranker.ts';
