import { ingestionJobSchema, type IngestionJob } from '@personate/contracts';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

type Row = Selectable<Schema['records.ingestion_job']>;

/** A job with what only its worker needs. */
export interface IngestionRecord {
  job: IngestionJob;
  /** One of them: an upload, a path that the server itself may read, a common set to be brought in line with. */
  blobId: string | null;
  path: string | null;
  /** Hex, of the upload as it came; null where nobody said. */
  sha256: string | null;
  commonSet: string | null;
  /** Passages embedded so far, over all attempts. */
  embedded: number;
  /** How often it was begun. */
  attempt: number;
  /** How many of these ended because a store was away. */
  excused: number;
}

export const toIngestionJob = (row: Row): IngestionJob => ingestionJobSchema.parse(told(row));

/** null for what nobody made by these schemas. */
export const readableJob = (row: Row): IngestionJob | null =>
  ingestionJobSchema.safeParse(told(row)).data ?? null;

function told(row: Row): unknown {
  return {
    ingestionId: row.ingestion_id,
    personaId: row.persona_id,
    status: row.status,
    options: row.options,
    fileName: row.file_name,
    progress: row.progress,
    report: row.report,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export function toIngestionWork(row: Row): IngestionRecord {
  return {
    job: toIngestionJob(row),
    blobId: row.blob_id,
    path: row.path,
    sha256: row.sha256,
    commonSet: row.common_set,
    embedded: row.embedded,
    attempt: row.attempt,
    excused: row.excused,
  };
}
