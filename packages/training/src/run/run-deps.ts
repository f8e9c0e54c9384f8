import type { ConsentState, SentSet, TrainingRun, TrainingSet } from '@personate/contracts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

/** Files at the endpoint, by what they are. */
export interface RunFiles {
  train?: string | undefined;
  heldOut?: string | undefined;
}

export interface RunWork {
  runId: string;
  personaId: string;
  status: TrainingRun['status'];
  baseModel: string;
  audience: string[];
  heldOutShare: number;
  isCancelRequested: boolean;
  /** Its set held something that is erased by now. */
  isMarked: boolean;
  sent: SentSet | null;
  files: RunFiles;
  jobId: string | null;
  /** Counts takings. */
  attempt: number;
  createdAt: Date;
  finishedAt: Date | null;
}

export type RunError = NonNullable<TrainingRun['error']>;

export type Saved = 'go-on' | 'stop' | 'gone';

export interface WorkOnRunDeps {
  runs: {
    /** @returns false where the persona's knowledge has moved since the set was read. */
    saveSet(run: RunWork, sent: SentSet, documentKeys: readonly string[]): Promise<boolean>;
    /** `stop`: it is to be stopped, or is another worker's by now; `gone`: erased with its persona. */
    saveFiles(run: RunWork, files: RunFiles): Promise<Saved>;
    saveJob(run: RunWork, jobId: string): Promise<Saved>;
    /** `progress` and `error` stay as they are where they are absent. */
    putOff(
      run: RunWork,
      next: { inMs: number; progress?: string | null; error?: RunError | null },
    ): Promise<void>;
    finish(
      run: RunWork,
      end:
        | { status: 'done'; tunedModel: string }
        | { status: 'failed' | 'cancelled'; error: RunError | null },
    ): Promise<void>;
  };
  personas: { serving(personaId: string): Promise<{ consent: ConsentState }> };
  set(input: {
    personaId: string;
    audience: readonly string[];
    heldOutShare: number;
    signal: AbortSignal;
  }): Promise<TrainingSet>;
  /** null: none is configured. */
  endpoint: TuningEndpoint | null;
  now: () => Date;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
  /** Between two looks at a job. */
  pollMs: number;
}
