import type { ConsentState, SentSet, TrainingSet } from '@personate/contracts';
import type { RunError, RunFiles, RunWork, Saved } from '@personate/records';
import type { TuningEndpoint } from './tuning-endpoint.ts';

export interface WorkOnRunDeps {
  runs: {
    /** @returns false where the persona's knowledge has moved since the set was read. */
    saveSet(run: RunWork, sent: SentSet, documentKeys: readonly string[]): Promise<boolean>;
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
