import { call, traced, type Telemetry } from '@personate/chassis';
import { jobCatalogue, type JobOutcome, type QueueObserver } from '@personate/queues';

const outcomes: readonly JobOutcome[] = ['done', 'failed', 'given_up', 'handed_back'];

/** Calls and jobs of the queue, in the metrics, in the traces and in the ids of the log. */
export function observeQueues(telemetry: Telemetry): QueueObserver {
  const { metrics, tracer, ids } = telemetry;
  // From nothing to one is an increase only where the nothing was told.
  for (const { queue } of jobCatalogue)
    for (const outcome of outcomes) metrics.jobs.zero({ queue, outcome });
  return {
    trace: () => tracer.active(),
    call: (operation, work) => call(telemetry, 'queue', operation, work),
    run({ queue, name, jobId, personaId, attempt, waitedMs, trace }, work, outcomeOf) {
      const about = personaId === undefined ? {} : { personaId };
      if (attempt === 1) metrics.jobWaits.observe({ queue }, waitedMs / 1_000);
      const startedAt = performance.now();
      const ended = (outcome: JobOutcome): void => {
        const seconds = (performance.now() - startedAt) / 1_000;
        metrics.jobs.observe({ queue, outcome }, seconds);
      };
      const attributes = {
        'messaging.system': 'bullmq',
        'messaging.destination.name': queue,
        'messaging.message.id': jobId,
        'personate.attempt': attempt,
        ...(personaId === undefined ? {} : { 'personate.persona': personaId }),
      };
      return ids.run({ jobId, ...about }, () =>
        traced(tracer, name, { kind: 'consumer', attributes, parent: trace }, async () => {
          try {
            await work();
            ended('done');
          } catch (error) {
            ended(outcomeOf(error));
            throw error;
          }
        }),
      );
    },
  };
}
