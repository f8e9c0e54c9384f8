import { z } from 'zod';
import { personaIdSchema } from './ids.ts';

/**
 * Jobs are pokes: they name whose turn it is, never what to do. What is to be done stands in the records.
 * A field may be added as optional only: old workers meet new jobs during a rolling update.
 */
export const pokeSchema = z.object({ personaId: personaIdSchema });
export type Poke = z.infer<typeof pokeSchema>;
