import { z } from 'zod';
import { personaIdSchema } from './ids.ts';

const share = z.number().min(0).max(1);

/** How well a persona's tone is told from others', measured on texts that were held out. */
export const toneReportSchema = z
  .object({
    personaId: personaIdSchema,
    version: z.number().int(),
    knowledgeRevision: z.number().int(),
    /** BCP 47: the language that it speaks by itself; others are not compared. */
    language: z.string(),
    /** Pieces of texts that it was trained on. */
    pieces: z.object({ own: z.number().int(), lines: z.number().int(), others: z.number().int() }),
    /** Personas whose texts stood on the other side; beside them a set that belongs to nobody. */
    against: z.array(personaIdSchema),
    /** How often a held-out text of its own scores higher than one of others'. */
    areaUnderCurve: share,
    /** The same by lengths, marks and function words alone. */
    areaByStyle: share,
  })
  .meta({ id: 'ToneReport' });
export type ToneReport = z.infer<typeof toneReportSchema>;
