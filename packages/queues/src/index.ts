export { evolvePersona, ingestPersona, jobCatalogue, type JobDefinition } from './job-catalogue.ts';
export { openQueues, type QueueCounts, type Queues, type QueuesOptions } from './open-queues.ts';
export {
  queueSearchPath,
  type QueueBackendOptions,
  type QueueFacts,
  type QueuePool,
} from './queue-backend.ts';
export type { JobHandler, WorkerHandle } from './start-worker.ts';
export type { JobOutcome, ObservedJob, QueueObserver } from './queue-observer.ts';
export type { QueueBoard } from './queue-board.ts';
