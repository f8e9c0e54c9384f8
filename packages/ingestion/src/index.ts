export { buildGeneration } from './build-generation.ts';
export type { EraseDeps, Generation, IngestDeps, IngestionWork, ProjectDeps } from './deps.ts';
export { documentHash, documentKey, passageId } from './identity.ts';
export { ingestPersona } from './ingest-persona.ts';
export { inspectExport, type InspectDeps } from './inspect-export.ts';
export { isSelf, normalise } from './normalise.ts';
export { project } from './project.ts';
export { checkErasure } from './check-erasure.ts';
export { removeDocument } from './remove-document.ts';
export { runErasure } from './run-erasure.ts';
export { runIngestion } from './run-ingestion.ts';
export {
  exportKnowledge,
  type ExportKnowledgeDeps,
  type ExportKnowledgeInput,
} from './knowledge-export/export-knowledge.ts';
export { packPersona, type PackPersonaDeps } from './pack/pack-persona.ts';
export { unpackPersona, type UnpackPersonaDeps } from './pack/unpack-persona.ts';
export { importCharacter, type ImportCharacterDeps } from './characters/import-character.ts';
export { interviewLines } from './interview/interview-lines.ts';
export { feedCommonSet, type FeedCommonSetDeps } from './common/feed-common-set.ts';
export { mapPersona, type MapPersonaDeps } from './map-persona.ts';
