import type { TraceContext } from '@personate/contracts';

/** Of a run of a job. What failed comes again, what was given up does not; what was handed back was only stopped. */
export type JobOutcome = 'done' | 'failed' | 'given_up' | 'handed_back';

export interface ObservedJob {
  queue: string;
  name: string;
  jobId: string;
  personaId: string | undefined;
  /** From 1. */
  attempt: number;
  /** Since it was due. */
  waitedMs: number;
  /** Of what announced it. */
  trace: TraceContext | undefined;
}

/** Hears of each call to the queue and of each run of a job. */
export interface QueueObserver {
  /** Of what is under way, to be carried in a job. */
  trace(): TraceContext | undefined;
  call<Result>(operation: 'add' | 'counts', work: () => Promise<Result>): Promise<Result>;
  /** Resolves and rejects as the work does. @param outcomeOf what the error means to the queue. */
  run(
    job: ObservedJob,
    work: () => Promise<void>,
    outcomeOf: (error: unknown) => JobOutcome,
  ): Promise<void>;
}

export const unobserved: QueueObserver = {
  trace: () => undefined,
  call: (_operation, work) => work(),
  run: (_job, work) => work(),
};
