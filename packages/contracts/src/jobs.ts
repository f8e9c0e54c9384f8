import { z } from 'zod';
import { personaIdSchema } from './ids.ts';
import { traceContextSchema } from './trace-context.ts';

/**
 * Jobs are pokes: they name whose turn it is, never what to do. What is to be done stands in the records.
 * A field may be added as optional only: old workers meet new jobs during a rolling update, and the reverse. What an
 * old worker would do wrongly gets a greater version: it leaves that to a newer one.
 */
export const pokeSchema = z.object({
  personaId: personaIdSchema,
  /** Of the payload; absent in those of before there were versions, which are of the first. */
  v: z.number().int().min(1).optional(),
  /** Of what announced it; one that cannot be read is as good as none. */
  trace: traceContextSchema.optional().catch(undefined),
});
export type Poke = z.infer<typeof pokeSchema>;
