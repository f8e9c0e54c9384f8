export {
  composeIngestion,
  type IngestionComposition,
  type IngestionParts,
} from './compose-ingestion.ts';
export { chooseTuningEndpoint } from './choose-tuning-endpoint.ts';
export { chooseDraftModel } from './choose-draft-model.ts';
export { loadPersonas, type LoadedPersonas } from './load-personas.ts';
export { openStores, type OpenedStores } from './open-stores.ts';
export { readFolderProbes } from './read-folder-probes.ts';
export { startIngestion, type IngestionServiceDeps } from './start-ingestion.ts';
export { startWorkers, type WorkersParts } from './start-workers.ts';
