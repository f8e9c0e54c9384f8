export { letterEmbedder } from './embedding/letter-embedder.ts';
export {
  startScriptedEmbeddings,
  type EmbeddingsCall,
  type ScriptedEmbedding,
  type ScriptedEmbeddings,
} from './embedding/endpoint/scripted-embeddings.ts';
export { samplePassage } from './sample-passage.ts';
