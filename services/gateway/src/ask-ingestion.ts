import { setTimeout as sleep } from 'node:timers/promises';
import {
  ExpectedError,
  type TaskError,
  type TaskInput,
  type TaskKind,
  type TaskOutput,
  type TraceContext,
} from '@personate/contracts';
import type { TaskRepository } from '@personate/records';

export interface AskIngestionDeps {
  tasks: Pick<TaskRepository, 'create' | 'state' | 'cancel'>;
  /** Of what is under way, if anything. */
  trace?: () => TraceContext | undefined;
  /** First wait between two looks; later ones are longer. */
  pollMs?: number;
}

const longestPollMs = 500;
const withinMs = 600_000;

/**
 * Has ingestion do it, wherever that runs, and waits for it.
 * @throws ExpectedError what ingestion threw; `ingestion.silent` when it did not answer in time.
 */
export async function askIngestion<Kind extends TaskKind>(
  { tasks, trace, pollMs = 50 }: AskIngestionDeps,
  kind: Kind,
  input: TaskInput<Kind>,
  signal: AbortSignal,
): Promise<TaskOutput<Kind>> {
  const taskId = await tasks.create(kind, input, { withinMs, trace: trace?.() });
  const endsAt = performance.now() + withinMs;
  try {
    for (let wait = pollMs; ; wait = Math.min(longestPollMs, wait * 1.3)) {
      const state = await tasks.state(kind, taskId);
      if (state.status === 'done') return state.output;
      if (state.status === 'failed') throw toExpectedError(state.error);
      if (performance.now() > endsAt) throw silent();
      await sleep(wait, undefined, { signal });
    }
  } catch (error) {
    await tasks.cancel(taskId).catch(() => undefined);
    throw signal.aborted ? signal.reason : error;
  }
}

function toExpectedError({ kind, code, message, fix, param }: TaskError): ExpectedError {
  return new ExpectedError(kind, code, message, {
    fix,
    ...(param === undefined ? {} : { param }),
  });
}

function silent(): ExpectedError {
  return new ExpectedError('timeout', 'ingestion.silent', 'Ingestion did not answer in time.', {
    fix: 'Look whether an ingestion service runs, and into its log.',
  });
}
