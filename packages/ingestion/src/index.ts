export type { Generation, IngestDeps, IngestionWork, ProjectDeps } from './deps.ts';
export { documentHash, documentKey, passageId } from './identity.ts';
export { ingestPersona } from './ingest-persona.ts';
export { inspectExport, type InspectDeps } from './inspect-export.ts';
export { isSelf, normalise } from './normalise.ts';
export { project } from './project.ts';
export { removeDocument } from './remove-document.ts';
export { runIngestion } from './run-ingestion.ts';
