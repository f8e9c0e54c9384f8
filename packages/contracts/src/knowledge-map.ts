import { z } from 'zod';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

const count = z.number().int().min(0);
const counts = z.record(z.string(), count);
const years = z.array(z.object({ year: z.number().int(), passages: count }));

export const knowledgeTopicSchema = z
  .object({
    /** Its most telling terms, as they are written. */
    name: z.string(),
    terms: z.array(z.string()),
    passages: count,
    documents: count,
    /** Of all passages that were placed. */
    share: z.number().min(0).max(1),
    firstAt: instantSchema.nullable(),
    lastAt: instantSchema.nullable(),
    byKind: counts,
    /** Only years in which there is something. */
    byYear: years,
    /** The passages nearest to its middle, and how each begins. */
    examples: z.array(z.object({ passageId: uuidSchema, text: z.string() })),
  })
  .meta({ id: 'KnowledgeTopic' });
export type KnowledgeTopic = z.infer<typeof knowledgeTopicSchema>;

/** What a persona knows, seen from above, as far as the asker may see it. The same knowledge gives the same map. */
export const knowledgeMapSchema = z
  .object({
    personaId: personaIdSchema,
    revision: count,
    documents: count,
    passages: count,
    firstAt: instantSchema.nullable(),
    lastAt: instantSchema.nullable(),
    undated: count,
    /** Passages by kind, by source, and by year. */
    byKind: counts,
    bySource: counts,
    byYear: years,
    /** Largest first. */
    topics: z.array(knowledgeTopicSchema),
    /** Passages that topics were made of: fewer than all where there are very many, or where some have no vector. */
    placed: count,
  })
  .meta({ id: 'KnowledgeMap' });
export type KnowledgeMap = z.infer<typeof knowledgeMapSchema>;
