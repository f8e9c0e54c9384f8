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
  /** Of the last hundred files that were sent for tuning; null: there is none of that name. */
  findFile(name: string, signal: AbortSignal): Promise<string | null>;
  /** One that is gone is as good as removed. */
  removeFile(fileId: string, signal: AbortSignal): Promise<void>;
  /** @returns the job's id. */
  start(
    job: { model: string; train: string; heldOut: string | undefined },
    signal: AbortSignal,
  ): Promise<string>;
  /** The job of that file, among the last hundred. */
  findJob(job: { train: string }, signal: AbortSignal): Promise<string | null>;
  state(jobId: string, signal: AbortSignal): Promise<JobState>;
  /** One that has ended, or is gone, is as good as cancelled. */
  cancel(jobId: string, signal: AbortSignal): Promise<void>;
}
