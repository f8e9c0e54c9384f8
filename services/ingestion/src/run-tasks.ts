import { setTimeout as sleep } from 'node:timers/promises';
import {
  joinSignals,
  ExpectedError,
  type TaskError,
  type TaskInput,
  type TaskKind,
  type TaskOutput,
} from '@personate/contracts';
import type { TakenTask, TaskRepository } from '@personate/records';

/** One for each kind: a missing one does not compile. */
export type TaskHandlers = {
  [Kind in TaskKind]: (input: TaskInput<Kind>, signal: AbortSignal) => Promise<TaskOutput<Kind>>;
};

export interface TaskObserver {
  run(
    task: Omit<TakenTask, 'input'> & { personaId: string | null },
    work: () => Promise<'done' | 'failed' | 'handed_back'>,
  ): Promise<void>;
}

export interface TaskWorkerDeps {
  tasks: Pick<TaskRepository, 'take' | 'hold' | 'finish' | 'fail' | 'sweep'>;
  handlers: TaskHandlers;
  /** Nobody, unless given. */
  observer?: TaskObserver;
  log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  /** Between two looks when there was nothing to do. */
  pollMs?: number;
  /** A worker that is not heard of for so long is gone. */
  holdMs?: number;
  /** Tasks done at a time. */
  concurrency?: number;
}

const sweepEveryMs = 600_000;
const mostWaitMs = 2_000;

/** Does what gateways ask of ingestion. Somebody waits for each, so they are looked for often, past the queue. */
export function runTasks(deps: TaskWorkerDeps): { close(): Promise<void> } {
  const { tasks, log, pollMs = 150, holdMs = 30_000, concurrency = 2 } = deps;
  const stop = new AbortController();

  async function work(): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      let took = false;
      try {
        const task = await tasks.take({ holdMs });
        failures = 0;
        took = task !== null;
        if (task !== null) {
          const { input, ...about } = task;
          const work = () => runTask(deps, task, holdMs, stop.signal);
          await (deps.observer?.run({ ...about, personaId: input.personaId }, work) ?? work());
        }
      } catch (error) {
        log.warn({ err: error }, 'task was not worked on');
        took = false;
        failures += 1;
      }
      // What cannot be asked now fills no log.
      const waitMs = Math.min(pollMs * 2 ** Math.min(failures, 10), Math.max(pollMs, mostWaitMs));
      if (!took) await sleep(waitMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const working = Promise.all(Array.from({ length: concurrency }, work));
  const sweeping = setInterval(() => {
    void tasks.sweep().catch((error: unknown) => log.warn({ err: error }, 'tasks were not swept'));
  }, sweepEveryMs);

  return {
    async close() {
      stop.abort(new Error('the service is closing'));
      clearInterval(sweeping);
      await working;
    },
  };
}

async function runTask(
  { tasks, handlers, log }: TaskWorkerDeps,
  task: TakenTask,
  holdMs: number,
  closing: AbortSignal,
): Promise<'done' | 'failed' | 'handed_back'> {
  const lost = new AbortController();
  const { signal, release } = joinSignals(closing, lost.signal);
  const heart = setInterval(() => {
    tasks.hold(task, holdMs).then(
      (held) => held || lost.abort(new Error('nobody waits for it any more')),
      (error: unknown) => log.warn({ err: error, taskId: task.taskId }, 'task was not held'),
    );
  }, holdMs / 3);
  try {
    const handle = handlers[task.kind] as (input: unknown, signal: AbortSignal) => Promise<unknown>;
    await tasks.finish(task, await handle(task.input, signal));
    return 'done';
  } catch (error) {
    // Stopped, not failed: it is taken again once its hold has run out.
    if (signal.aborted) return 'handed_back';
    if (!(error instanceof ExpectedError))
      log.error({ err: error, taskId: task.taskId, kind: task.kind }, 'task failed');
    else if (error.place !== undefined)
      // Who asked may be no operator, and is told no address.
      log.warn({ code: error.code, place: error.place, kind: task.kind }, 'task failed');
    await tasks.fail(task, toTaskError(error));
    return 'failed';
  } finally {
    clearInterval(heart);
    release();
  }
}

function toTaskError(error: unknown): TaskError {
  if (error instanceof ExpectedError) {
    const { kind, code, message, fix, param } = error;
    return { kind, code, message, fix, ...(param === undefined ? {} : { param }) };
  }
  return {
    kind: 'unavailable',
    code: 'task.failed',
    message: 'Ingestion met a fault of its own.',
    fix: 'Look into the log of the ingestion service.',
  };
}
