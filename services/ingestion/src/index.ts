export { startIngestion, type IngestionServiceDeps } from './start-ingestion.ts';
