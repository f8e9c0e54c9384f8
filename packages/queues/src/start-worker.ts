import { pokeSchema, type Poke } from '@personate/contracts';
import { UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { CoalescedRuns } from './coalesce-runs.ts';
import type { JobDefinition } from './job-catalogue.ts';
import type { QueueBackend } from './queue-backend.ts';
import type { JobOutcome, ObservedJob, QueueObserver } from './queue-observer.ts';

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
  observer: QueueObserver;
  /** The clock by which jobs were put in. */
  now: () => Date;
}

export async function startWorker<Payload extends Poke>(
  { backend, log, lockMs, observer, now }: Deps,
  input: { job: JobDefinition<Payload>; handler: JobHandler<Payload>; concurrency: number },
): Promise<WorkerHandle> {
  const { job: definition, handler } = input;
  const stop = new AbortController();
  const runs = new CoalescedRuns();
  const active = new Map<Job, string | undefined>();
  const told = new WeakSet<Error>();

  async function work(job: Job<unknown>): Promise<void> {
    // From here on a poke is not of this run any more: it gets a job of its own.
    await job.removeDeduplicationKey();
    const payload = parsed(definition, job.data);
    const run = () => handler(payload, { signal: stop.signal, attempt: job.attemptsMade + 1 });
    await runs.run(payload.personaId, run, isFinal);
  }

  function outcomeOf(error: unknown, job: Job<unknown>): JobOutcome {
    if (stop.signal.aborted) return 'handed_back';
    return isFinal(error) || job.attemptsMade + 1 >= definition.attempts ? 'given_up' : 'failed';
  }

  async function process(job: Job<unknown>, token?: string): Promise<void> {
    active.set(job, token);
    try {
      await observer.run(
        observed(definition, job, now()),
        async () => {
          try {
            await work(job);
          } catch (error) {
            if (!stop.signal.aborted) tellFailure(job, error);
            throw error;
          }
        },
        (error) => outcomeOf(error, job),
      );
    } catch (error) {
      if (stop.signal.aborted) {
        // It did not fail, it was stopped: back into the queue, no attempt spent.
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const kept = toBeKept(error);
      told.add(kept);
      throw kept;
    } finally {
      active.delete(job);
    }
  }

  function tellFailure(job: Job<unknown>, error: unknown): void {
    const fields = {
      err: error,
      queue: definition.queue,
      jobId: job.id,
      attempt: job.attemptsMade + 1,
    };
    log.warn(fields, 'job failed');
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
  // What failed of itself was told where it ran; what is left are jobs that lost their workers too often.
  worker.on('failed', (job, error) => {
    if (!told.has(error))
      log.warn({ err: error, queue: definition.queue, jobId: job?.id }, 'job failed');
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
  const { path = [], code = '' } = result.error.issues[0] ?? {};
  throw new UnrecoverableError(`payload.invalid: ${path.join('.')} ${code}`.trim());
}

/** Trying again would end the same. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof UnrecoverableError ||
    (error instanceof Error && 'retryable' in error && error.retryable === false)
  );
}

/**
 * What the queue keeps of an error, which operators see on its board: the code or the class, never the words, for they
 * may quote what somebody wrote. The log has told it whole.
 */
function toBeKept(error: unknown): Error {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const told = typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
  const kept = isFinal(error)
    ? new UnrecoverableError(error instanceof UnrecoverableError ? error.message : told)
    : new Error(told);
  kept.stack = told;
  return kept;
}

function observed(definition: JobDefinition<Poke>, job: Job<unknown>, now: Date): ObservedJob {
  const { personaId, trace } = pokeSchema.partial().safeParse(job.data).data ?? {};
  return {
    queue: definition.queue,
    name: definition.name,
    jobId: job.id ?? '',
    personaId,
    attempt: job.attemptsMade + 1,
    waitedMs: Math.max(0, now.getTime() - dueAt(job)),
    trace,
  };
}

/** When it was to be run for the first time. */
export function dueAt(job: Pick<Job<unknown>, 'timestamp' | 'opts'>): number {
  return job.timestamp + (job.opts.delay ?? 0);
}
