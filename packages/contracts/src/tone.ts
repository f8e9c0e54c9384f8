import { z } from 'zod';
import { personaIdSchema } from './ids.ts';

const share = z.number().min(0).max(1);

/** What is to be scored beside; everything may be left out. */
export const toneRequestSchema = z
  .object({
    /** Texts to be scored; those of one group by the same head, which has read least of them, so that they compare. */
    groups: z
      .array(z.array(z.string().min(1).max(4_000)).min(1).max(8))
      .max(100)
      .default([]),
    /** How many of its own texts to show, of those that everybody may read. */
    samples: z.number().int().min(0).max(100).default(0),
  })
  .meta({ id: 'ToneRequest' });
export type ToneRequest = z.infer<typeof toneRequestSchema>;

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
    /** Means of texts that were held out: 1 sounds like it, 0 like others. */
    heldOut: z.object({ own: share, others: share }),
    /** Of the texts that were sent, in their groups and order. */
    scores: z.array(z.array(share)),
    /** Of its own documents, a few sentences each. */
    samples: z.array(z.string()),
  })
  .meta({ id: 'ToneReport' });
export type ToneReport = z.infer<typeof toneReportSchema>;
