export { openBlobStore } from './blobs/open-blob-store.ts';
export { openGround, type ClusterGround } from './open-ground.ts';
export { serveHealth } from './serve-health.ts';
