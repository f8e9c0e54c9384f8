import { z } from 'zod';
import { passageSchema } from './document.ts';
import { instantSchema, personaIdSchema } from './ids.ts';
import { degradedSchema, searchResultSchema } from './knowledge.ts';

export const searchResponseSchema = z
  .object({
    results: z.array(searchResultSchema),
    /** What the search had to do without; absent where it lacked nothing. */
    degraded: z.array(degradedSchema).optional(),
    /** Milliseconds by step. */
    timings: z.record(z.string(), z.number()),
  })
  .meta({ id: 'SearchResponse' });
export type SearchResponse = z.infer<typeof searchResponseSchema>;

/** A passage with its neighbours in the thread or document, in their order. */
export const passageDetailSchema = z
  .object({
    passage: passageSchema,
    before: z.array(passageSchema),
    after: z.array(passageSchema),
  })
  .meta({ id: 'PassageDetail' });
export type PassageDetail = z.infer<typeof passageDetailSchema>;

const generationProgressSchema = z.object({
  /** chunking: texts are cut anew; embedding: documents reach the new store; settling: its index is built. */
  phase: z.enum(['waiting', 'chunking', 'embedding', 'settling', 'done']),
  documents: z.number().int().min(0),
  total: z.number().int().min(0),
});

/** One store of a persona's knowledge, made from the records by one embedder. */
export const generationSchema = z
  .object({
    personaId: personaIdSchema,
    generation: z.number().int().min(1),
    /** One serves; one may be building beside it; retired ones are kept until they are dropped. */
    status: z.enum(['building', 'serving', 'retired', 'dropping', 'dropped']),
    /** Why it was made: `first` for what was ingested first. */
    purpose: z.enum(['first', 'migrate', 'rebuild']),
    embeddingIdentity: z.string(),
    dimensions: z.number().int(),
    /** A building one that waits to be resumed. */
    stopped: z.boolean(),
    /** What last kept it from going on. */
    error: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
    progress: generationProgressSchema,
    createdAt: instantSchema,
    servedAt: instantSchema.nullable(),
    retiredAt: instantSchema.nullable(),
  })
  .meta({ id: 'KnowledgeGeneration' });
export type Generation = z.infer<typeof generationSchema>;

export const newGenerationSchema = z
  .strictObject({
    /** migrate: by another embedder. rebuild: by the same, from the records, texts cut anew where that has changed. */
    purpose: z.enum(['migrate', 'rebuild']),
    /** For `migrate`: `bundled` or one of the configured models; absent: the main one. */
    embedder: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'NewKnowledgeGeneration' });
export type NewGeneration = z.infer<typeof newGenerationSchema>;
