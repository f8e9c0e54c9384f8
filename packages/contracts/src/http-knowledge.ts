import { z } from 'zod';
import { passageSchema } from './document.ts';
import { searchResultSchema } from './knowledge.ts';

export const searchResponseSchema = z
  .object({
    results: z.array(searchResultSchema),
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
