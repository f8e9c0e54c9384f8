import type { Poke } from '@personate/contracts';
import { UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { CoalescedRuns } from './coalesce-runs.ts';
import type { JobDefinition } from './job-catalogue.ts';
import type { QueueBackend } from './queue-backend.ts';

/**
 * Idempotent: a job may run twice. What it throws decides what follows: an error with `retryable: false` is given up at
 * once, any other one is tried again by the job's definition.
 */
export type JobHandler<Payload> = (
  payload: Payload,
  context: {
    /** Aborted when the worker closes. */
    signal: AbortSignal;
    /** From 1. */
    attempt: number;
  },
) => Promise<void>;

export interface WorkerHandle {
  /** Stops taking jobs and waits for those that run, at most ten seconds; what is left goes back into the queue. */
  close(): Promise<void>;
}

const closeMs = 10_000;
/** A job may lose its worker so often before it is given up: by kills and restarts, never by its own errors. */
const mostStalls = 10;

interface Deps {
  backend: QueueBackend;
  log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  lockMs: number;
}

export async function startWorker<Payload extends Poke>(
  { backend, log, lockMs }: Deps,
  input: { job: JobDefinition<Payload>; handler: JobHandler<Payload>; concurrency: number },
): Promise<WorkerHandle> {
  const { job: definition, handler } = input;
  const stop = new AbortController();
  const runs = new CoalescedRuns();
  const active = new Map<Job, string | undefined>();

  async function process(job: Job<unknown>, token?: string): Promise<void> {
    active.set(job, token);
    try {
      const payload = parsed(definition, job.data);
      const run = () => handler(payload, { signal: stop.signal, attempt: job.attemptsMade + 1 });
      await runs.run(payload.personaId, run, isFinal);
    } catch (error) {
      if (stop.signal.aborted) {
        // It did not fail, it was stopped: back into the queue, no attempt spent.
        await job.moveToWait(token);
        throw new WaitingError();
      }
      throw isFinal(error) ? unrecoverable(error) : error;
    } finally {
      active.delete(job);
    }
  }

  const worker = backend.worker(definition.queue, process, {
    concurrency: input.concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount: mostStalls,
    drainDelay: 5,
  });
  worker.on('error', (error) =>
    log.error({ err: error, queue: definition.queue }, 'worker failed'),
  );
  worker.on('failed', (job, error) => {
    const fields = {
      err: error,
      queue: definition.queue,
      jobId: job?.id,
      attempt: job?.attemptsMade,
    };
    log.warn(fields, 'job failed');
  });
  await worker.waitUntilReady();

  async function close(): Promise<void> {
    const closing = worker.close();
    stop.abort(new Error('the worker is closing'));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), closeMs);
    });
    const outcome = await Promise.race([closing, late]);
    clearTimeout(timer);
    if (outcome !== 'late') return;
    closing.catch(() => undefined);
    for (const [job, token] of active) {
      log.warn({ queue: definition.queue, jobId: job.id }, 'job did not end in time');
      await job.moveToWait(token).catch(() => undefined);
    }
  }
  let closed: Promise<void> | undefined;
  return { close: () => (closed ??= close()) };
}

function parsed<Payload extends Poke>(definition: JobDefinition<Payload>, data: unknown): Payload {
  const { v } = (data ?? {}) as { v?: unknown };
  // Not poison: the next one who takes it may be of that release, and a sweep pokes again after the upgrade.
  if (typeof v === 'number' && v > definition.version)
    throw new Error(`payload.newer: version ${v}, this release reads up to ${definition.version}`);
  const result = definition.payload.safeParse(data);
  if (result.success) return result.data;
  throw new UnrecoverableError(`payload.invalid: ${result.error.issues[0]?.message ?? ''}`);
}

/** Trying again would end the same. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof UnrecoverableError ||
    (error instanceof Error && 'retryable' in error && error.retryable === false)
  );
}

function unrecoverable(error: unknown): UnrecoverableError {
  if (error instanceof UnrecoverableError) return error;
  const { code, message } = error as { code?: unknown; message: string };
  return new UnrecoverableError(typeof code === 'string' ? `${code}: ${message}` : message);
}
