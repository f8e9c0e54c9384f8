import { z } from 'zod';
import { kindSchema, stanceSchema } from './document.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

export const selfSchema = z.object({ id: z.string().optional(), name: z.string() });

export const problemSchema = z.object({
  file: z.string(),
  line: z.number().int().optional(),
  code: z.string(),
  message: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

const count = z.number().int().min(0);

/** What an inspection, a dry run and a run tell. */
export const ingestionReportSchema = z
  .object({
    format: z.string(),
    self: selfSchema.nullable(),
    /** The persona's name, where the account that self is taken from is plainly called otherwise; naming `self` confirms it. */
    selfUnlike: z.string().optional(),
    /** Documents of after the day that the persona's knowledge ends (`knowledgeLimits.asOf`): kept, not spoken until it moves. */
    beyondKnowledge: z.object({ asOf: z.string(), documents: count }).optional(),
    /** Who self could be, most documents first, where it has to be said and the export does not. */
    candidates: z.array(
      z.object({ id: z.string().optional(), name: z.string(), documents: count }),
    ),
    documents: z.object({ own: count, about: count, context: count }),
    added: count,
    changed: count,
    unchanged: count,
    removed: count,
    /** Passages that had to be embedded; 0 when the same export comes twice. */
    embedded: count,
    skipped: z.record(z.string(), count),
    firstAt: instantSchema.nullable(),
    lastAt: instantSchema.nullable(),
    languages: z.record(z.string(), count),
    files: z.array(z.string()),
    /** The first hundred; `problemCount` has them all. */
    problems: z.array(problemSchema),
    problemCount: count,
    /** A few cleaned texts, on inspection and dry run. */
    samples: z.array(z.string()).optional(),
  })
  .meta({ id: 'IngestionReport' });
export type IngestionReport = z.infer<typeof ingestionReportSchema>;

export const ingestionOptionsSchema = z.object({
  source: z.string().min(1).max(200).optional(),
  format: z.string().optional(),
  self: z.string().min(1).optional(),
  stance: stanceSchema.optional(),
  kind: kindSchema.optional(),
  audience: z.array(z.string().min(1)).min(1).optional(),
  dryRun: z.boolean().default(false),
  /** The export is whole: a document that it lacks is removed. */
  full: z.boolean().default(false),
});
export type IngestionOptions = z.infer<typeof ingestionOptionsSchema>;

export const ingestionStatusSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

export const ingestionJobSchema = z
  .object({
    ingestionId: uuidSchema,
    personaId: personaIdSchema,
    status: ingestionStatusSchema,
    options: ingestionOptionsSchema,
    fileName: z.string(),
    /** `total` is known once the export was counted. */
    progress: z.object({
      phase: z.enum(['queued', 'reading', 'embedding', 'storing', 'done']),
      documents: count,
      total: count.optional(),
      passages: count,
    }),
    report: ingestionReportSchema.nullable(),
    error: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'IngestionJob' });
export type IngestionJob = z.infer<typeof ingestionJobSchema>;
