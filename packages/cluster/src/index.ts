export { openBlobStore } from './blobs/open-blob-store.ts';
export { openGround, type ClusterGround } from './open-ground.ts';
export { serveHealth } from './serve-health.ts';
export { observeStatements, watchConnections } from './observe-database.ts';
export { observeQueues } from './observe-queues.ts';
export { watchQueues } from './watch-queues.ts';
export { observeEmbedders, observeStores } from './observe-knowledge.ts';
export { observeTasks } from './observe-tasks.ts';
export { tellInstance } from './tell-instance.ts';
export {
  checkDatabase,
  checkInstances,
  checkQdrant,
  checkQueues,
  checkUploads,
  diagnose,
  type Check,
} from './diagnose/index.ts';
