export {
  composeIngestion,
  type IngestionComposition,
  type IngestionParts,
} from './compose-ingestion.ts';
export { startIngestion, type IngestionServiceDeps } from './start-ingestion.ts';
