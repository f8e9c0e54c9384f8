export { checkDatabase } from './check-database.ts';
export { checkInstances } from './check-instances.ts';
export { checkQdrant } from './check-qdrant.ts';
export { checkQueues } from './check-queues.ts';
export { checkUploads } from './check-uploads.ts';
export { diagnose, type Check } from './finding.ts';
