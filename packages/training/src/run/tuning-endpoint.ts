/** How a tuning job stands. */
export type JobState =
  | { status: 'under-way'; progress: string }
  | { status: 'done'; tunedModel: string }
  /** `reason` is the endpoint's code for it, never its words. */
  | { status: 'failed'; reason: string }
  | { status: 'cancelled' };

/**
 * An endpoint that tunes models. Each call ends within a time-out and is made once.
 * @throws ExpectedError `training.endpoint-*`, of a kind that says whether the same call may succeed later
 */
export interface TuningEndpoint {
  /** @returns the file's id. */
  upload(file: { name: string; text: string }, signal: AbortSignal): Promise<string>;
  /** Of the last hundred files that were sent for tuning, those whose name begins so; newest first. */
  findFiles(beginning: string, signal: AbortSignal): Promise<string[]>;
  /** One that is gone is as good as removed. */
  removeFile(fileId: string, signal: AbortSignal): Promise<void>;
  /** @returns the job's id. */
  start(
    job: { model: string; train: string; heldOut: string | undefined },
    signal: AbortSignal,
  ): Promise<string>;
  /** Of the last hundred jobs, those that learn from one of those files; newest first. */
  findJobs(fileIds: readonly string[], signal: AbortSignal): Promise<string[]>;
  state(jobId: string, signal: AbortSignal): Promise<JobState>;
  /** One that has ended, or is gone, is as good as cancelled. */
  cancel(jobId: string, signal: AbortSignal): Promise<void>;
}
