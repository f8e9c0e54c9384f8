import { z } from 'zod';
import { ingestionOptionsSchema, ingestionReportSchema } from './ingestion.ts';
import { instantSchema } from './ids.ts';

/** What was found in an upload; nothing was stored of it. */
export const inspectionSchema = z
  .object({
    report: ingestionReportSchema,
    fileName: z.string(),
    sizeBytes: z.number().int(),
    /** Given when the upload was kept: an ingestion can start from it without sending it again. */
    upload: z.object({ token: z.string(), expiresAt: instantSchema }).nullable(),
  })
  .meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof inspectionSchema>;

/** An ingestion that starts from an upload which an inspection kept. */
export const ingestUploadSchema = ingestionOptionsSchema
  .extend({ upload: z.string().min(1).max(4_096) })
  .meta({ id: 'IngestUpload' });
export type IngestUpload = z.infer<typeof ingestUploadSchema>;

/** The form of an upload: the options as text fields, and one file. */
export const uploadFormSchema = ingestionOptionsSchema
  .extend({ file: z.string().meta({ format: 'binary' }) })
  .meta({ id: 'UploadForm' });
