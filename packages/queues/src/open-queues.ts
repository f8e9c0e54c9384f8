import { randomUUID } from 'node:crypto';
import type { Poke } from '@personate/contracts';
import { Announcements, answeredWithin } from './announcements.ts';
import { jobCatalogue, type JobDefinition } from './job-catalogue.ts';
import {
  openQueueBackend,
  type AnyQueue,
  type QueueBackendOptions,
  type QueueFacts,
} from './queue-backend.ts';
import { openQueueBoard, type QueueBoard } from './queue-board.ts';
import { unobserved, type QueueObserver } from './queue-observer.ts';
import { dueAt, startWorker, type JobHandler, type WorkerHandle } from './start-worker.ts';

export interface QueueCounts {
  waiting: number;
  delayed: number;
  active: number;
  failed: number;
}

export interface Queues {
  /**
   * Leads to a run that begins after this call. With `delayMs` it comes that much later, unless one that was asked for
   * with a delay waits already: then that is it, and a handler that finds itself too early pokes again. So at most two
   * jobs of a persona wait for their first run, however long the workers are busy. @throws ExpectedError
   * `queue.unavailable`.
   */
  poke<Payload extends Poke>(
    job: JobDefinition<Payload>,
    payload: Payload,
    options?: { delayMs?: number },
  ): Promise<void>;
  /** Resolves once the worker takes jobs. One persona is never worked on twice at a time by one worker. */
  work<Payload extends Poke>(
    job: JobDefinition<Payload>,
    handler: JobHandler<Payload>,
    options?: { concurrency?: number },
  ): Promise<WorkerHandle>;
  /** By queue. */
  counts(): Promise<Record<string, QueueCounts>>;
  /** By queue: how many milliseconds the job has waited that is due longest; 0 where none is due. */
  ages(): Promise<Record<string, number>>;
  /** For operators, to be looked at; made once. @param uiDir where the package of its page lies. */
  board(uiDir: string): Promise<QueueBoard>;
  /** Of what they stand on. @throws ExpectedError `queue.unavailable`. */
  facts(): Promise<QueueFacts>;
  /** Resolves when no job waits, is delayed or runs. For tests and drains. */
  settled(signal: AbortSignal): Promise<void>;
  /** Within about ten seconds: workers are stopped, jobs that do not end by then go back into their queue. */
  close(): Promise<void>;
}

export interface QueuesOptions {
  log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  /** A job whose worker was silent for so long is given to another one. */
  lockMs?: number;
  /** How long a job waits for further pokes of its persona, which then lead to the same run. */
  coalesceMs?: number;
  /** Nobody, unless given. */
  observer?: QueueObserver;
  /**
   * Shared by all that poke and work, where their machines' clocks need not agree: when a job is due and how long it has
   * waited go by it. That a delayed one is due at last each worker's machine finds by its own clock, in BullMQ.
   */
  now?: () => Date;
}

const pokeTimeoutMs = 5_000;

/** Opens the catalogue's queues, and brings their tables up to date where they have any. */
export async function openQueues(options: QueueBackendOptions & QueuesOptions): Promise<Queues> {
  const { log, coalesceMs = 125, observer = unobserved, now = () => new Date() } = options;
  const backend = await openQueueBackend(options);
  const queues = new Map<string, AnyQueue>();
  for (const { queue } of jobCatalogue)
    queues.set(queue, listened(backend.queue(queue), queue, log));
  const workers = new Set<WorkerHandle>();
  const announcements = new Announcements(pokeTimeoutMs, () => backend.reconnect());
  let board: Promise<QueueBoard> | undefined;

  async function counts(): Promise<Record<string, QueueCounts>> {
    const each = [...queues].map(async ([name, queue]) => [name, await countsOf(queue)] as const);
    return Object.fromEntries(await observer.call('counts', () => Promise.all(each)));
  }

  async function ages(): Promise<Record<string, number>> {
    const each = [...queues].map(
      async ([name, queue]) => [name, await ageOf(queue, now())] as const,
    );
    return Object.fromEntries(await Promise.all(each));
  }

  async function close(): Promise<void> {
    await Promise.all([...workers].map((worker) => worker.close()));
    await Promise.all([...queues.values()].map((queue) => queue.close()));
    await backend.close();
  }

  return {
    async poke(job, payload, { delayMs = 0 } = {}) {
      await observer.call('add', () =>
        announcements.make(() => {
          const trace = observer.trace();
          const carried = job.payload.parse(trace === undefined ? payload : { ...payload, trace });
          const data = { ...carried, v: job.version };
          return queueOf(queues, job).add(job.name, data, {
            jobId: `${payload.personaId}.${randomUUID()}`,
            // Until it is taken: a worker gives it free before it begins, so a poke joins only a run that has not begun.
            deduplication: { id: `${payload.personaId}.${delayMs > 0 ? 'later' : 'now'}` },
            timestamp: now().getTime(),
            delay: delayMs + coalesceMs,
            attempts: job.attempts,
            backoff: { type: 'exponential', delay: job.backoffMs, jitter: 0.5 },
            removeOnComplete: true,
            removeOnFail: { age: job.keepFailedSeconds, count: 1_000 },
          });
        }),
      );
    },
    async work(job, handler, { concurrency = 1 } = {}) {
      const worker = await startWorker(
        { backend, log, observer, now, lockMs: options.lockMs ?? 30_000 },
        { job, handler, concurrency },
      );
      workers.add(worker);
      return {
        async close() {
          workers.delete(worker);
          await worker.close();
        },
      };
    },
    counts,
    ages,
    board: (uiDir) =>
      (board ??= openQueueBoard(queues.values(), {
        uiDir,
        isServer: backend.isServer,
      }).catch((error: unknown) => {
        board = undefined;
        throw error;
      })),
    facts: () => answeredWithin(pokeTimeoutMs, backend.facts()),
    async settled(signal) {
      for (;;) {
        signal.throwIfAborted();
        const left = Object.values(await counts());
        if (left.every((one) => one.waiting + one.delayed + one.active === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close,
  };
}

function queueOf(queues: ReadonlyMap<string, AnyQueue>, job: { queue: string }): AnyQueue {
  const queue = queues.get(job.queue);
  if (!queue) throw new Error(`the catalogue has no queue ${job.queue}`);
  return queue;
}

function listened(queue: AnyQueue, name: string, log: QueuesOptions['log']): AnyQueue {
  queue.on('error', (error: Error) => log.error({ err: error, queue: name }, 'queue failed'));
  return queue;
}

async function countsOf(queue: AnyQueue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed');
  return {
    waiting: (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0),
    delayed: counts['delayed'] ?? 0,
    active: counts['active'] ?? 0,
    failed: counts['failed'] ?? 0,
  };
}

/** Where no worker runs, what is due stays among the delayed ones. */
async function ageOf(queue: AnyQueue, now: Date): Promise<number> {
  // Both ends of those that wait: which one is the older differs between the stores.
  const found = await Promise.all([
    queue.getJobs(['wait'], 0, 0, true),
    queue.getJobs(['wait'], 0, 0, false),
    queue.getJobs(['delayed'], 0, 0, true),
  ]);
  // One that went meanwhile is none.
  const jobs = found.flat().filter((job) => job !== undefined);
  return Math.max(0, ...jobs.map((job) => now.getTime() - dueAt(job)));
}
