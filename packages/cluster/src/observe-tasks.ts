import { traced, type Telemetry } from '@personate/chassis';
import type { TraceContext } from '@personate/contracts';

const queue = 'tasks';

export interface ObservedTask {
  taskId: string;
  kind: string;
  personaId: string | null;
  attempt: number;
  waitedMs: number;
  trace?: TraceContext | undefined;
}

/** Runs of tasks, told as those of jobs are. */
export function observeTasks({ metrics, tracer, ids }: Telemetry) {
  return {
    /** Resolves and rejects as the work does, which says how the task ended. */
    run(
      { taskId, kind, personaId, attempt, waitedMs, trace }: ObservedTask,
      work: () => Promise<'done' | 'failed' | 'handed_back'>,
    ): Promise<void> {
      const persona = personaId === null ? {} : { personaId };
      if (attempt === 1) metrics.jobWaits.observe({ queue }, waitedMs / 1_000);
      const attributes = {
        'messaging.destination.name': queue,
        'messaging.message.id': taskId,
        ...(personaId === null ? {} : { 'personate.persona': personaId }),
      };
      return ids.run({ taskId, ...persona }, () =>
        traced(tracer, kind, { kind: 'consumer', attributes, parent: trace }, async (span) => {
          const startedAt = performance.now();
          const outcome = await work();
          const seconds = (performance.now() - startedAt) / 1_000;
          metrics.jobs.observe(
            { queue, outcome: outcome === 'failed' ? 'given_up' : outcome },
            seconds,
          );
          span.set({ 'personate.outcome': outcome });
        }),
      );
    },
  };
}
