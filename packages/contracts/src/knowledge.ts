import { z } from 'zod';
import { kindSchema, stanceSchema, timePrecisionSchema } from './document.ts';
import { instantSchema, uuidSchema } from './ids.ts';

const contextSchema = z.object({
  passageId: uuidSchema,
  /** Of its document, which may be another one. */
  documentKey: uuidSchema.optional(),
  text: z.string(),
  author: z.string().optional(),
  at: instantSchema.optional(),
});

/** What a search had to do without. `embedder`: meanings were not compared, only words. */
export const degradedSchema = z.enum(['embedder']);
export type Degraded = z.infer<typeof degradedSchema>;

/** A passage that recall found, and why. */
export const searchResultSchema = z
  .object({
    passageId: uuidSchema,
    documentId: z.string(),
    documentKey: uuidSchema,
    source: z.string(),
    kind: kindSchema,
    stance: stanceSchema,
    author: z.string().nullable(),
    at: instantSchema.nullable(),
    atPrecision: timePrecisionSchema.nullable(),
    title: z.string().nullable(),
    /** Those that it stands under in its document, outermost first; absent: none. */
    headings: z.array(z.string()).optional(),
    url: z.string().nullable(),
    text: z.string(),
    /** Its neighbours in the thread or document, in order, before and after. */
    context: z.array(contextSchema),
    score: z.number(),
    /** Each step's weighted share of the score, by name. */
    scores: z.record(z.string(), z.number()),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof searchResultSchema>;

export const knowledgeStatisticsSchema = z
  .object({
    documents: z.number().int(),
    passages: z.number().int(),
    byKind: z.record(z.string(), z.number().int()),
    bySource: z.record(z.string(), z.number().int()),
    firstAt: instantSchema.nullable(),
    lastAt: instantSchema.nullable(),
  })
  .meta({ id: 'KnowledgeStatistics' });
export type KnowledgeStatistics = z.infer<typeof knowledgeStatisticsSchema>;
