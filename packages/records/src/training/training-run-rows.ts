import {
  ExpectedError,
  trainingRunSchema,
  type SentSet,
  type TaskError,
  type TrainingRun,
} from '@personate/contracts';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

export type RunRow = Omit<Selectable<Schema['records.training_run']>, 'document_keys'>;

/** All but the keys of its documents, which may be many. */
export const runColumns = [
  'run_id',
  'persona_id',
  'status',
  'base_model',
  'audience',
  'held_out_share',
  'cancel_requested',
  'sent',
  'files',
  'job_id',
  'progress',
  'tuned_model',
  'error',
  'serving',
  'marked_at',
  'marked_why',
  'attempt',
  'due_at',
  'requested_by',
  'created_at',
  'started_at',
  'finished_at',
] as const satisfies ReadonlyArray<keyof RunRow>;

/** Files at the endpoint, by what they are. */
export interface RunFiles {
  train?: string | undefined;
  heldOut?: string | undefined;
}

/** A run as its worker has it; `attempt` fences: whoever was taken for dead writes nothing. */
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
  attempt: number;
  createdAt: Date;
  finishedAt: Date | null;
}

/**
 * `stop`: it is to be stopped, or another worker goes on with it; `gone`: it is erased, or whoever has it by now ends it
 * and may not see what is saved so late, or has another, which is to be taken back.
 */
export type Saved = 'go-on' | 'stop' | 'gone';

export type RunError = Pick<TaskError, 'code' | 'message' | 'fix'>;

export function toRun(row: RunRow): TrainingRun {
  return trainingRunSchema.parse({
    runId: row.run_id,
    personaId: row.persona_id,
    status: row.status,
    baseModel: row.base_model,
    tunedModel: row.tuned_model,
    audience: row.audience,
    heldOutShare: row.held_out_share,
    set: row.sent,
    progress: row.progress,
    error: row.error,
    serving: row.serving,
    marked:
      row.marked_at === null ? null : { at: row.marked_at.toISOString(), why: row.marked_why },
    filesLeft: Object.keys(row.files as RunFiles).length,
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  });
}

export function toWork(row: RunRow): RunWork {
  return {
    runId: row.run_id,
    personaId: row.persona_id,
    status: row.status,
    baseModel: row.base_model,
    audience: row.audience,
    heldOutShare: row.held_out_share,
    isCancelRequested: row.cancel_requested,
    isMarked: row.marked_at !== null,
    sent: row.sent as SentSet | null,
    files: row.files as RunFiles,
    jobId: row.job_id,
    attempt: row.attempt,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

export function runUnderWay(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'training.under-way',
    `A model is being tuned for "${personaId}" already.`,
    {
      fix: `Wait for it (personate train list ${personaId}), or stop it with personate train cancel.`,
    },
  );
}
