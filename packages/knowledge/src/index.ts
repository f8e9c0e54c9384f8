export type * from './embedder.ts';
export type * from './knowledge-store.ts';
export type * from './recall-types.ts';
export {
  embeddingText,
  embeddingTextVersion,
  type EmbeddingTextOptions,
} from './embedding/embedding-text.ts';
export { openMiniLmEmbedder, type MiniLmEmbedderOptions } from './embedding/minilm-embedder.ts';
export { nameParts, removeNames } from './embedding/remove-names.ts';
export {
  chunkDocument,
  chunkerVersion,
  type Chunk,
  type ChunkOptions,
} from './chunking/chunk-document.ts';
export { analyse, analyserVersion } from './lexical/analyse.ts';
export { detectLanguage, type DetectLanguageOptions } from './lexical/detect-language.ts';
