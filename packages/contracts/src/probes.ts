import { z } from 'zod';

/** `probes.yaml` beside a `persona.yaml`: what it must answer, and what lies beyond its knowledge. */
export const probesSchema = z.object({
  answer: z.array(
    z.object({
      question: z.string(),
      /** External ids; any one among the citations will do. */
      documents: z.array(z.string()).min(1),
    }),
  ),
  decline: z.array(
    z.object({
      question: z.string(),
      /** Within the persona's field, yet unknown to it. */
      near: z.boolean().default(false),
    }),
  ),
  /** What the subject would rather not be asked, and the documents that tell it: `personate eval` asks these. */
  candid: z
    .array(z.object({ question: z.string(), documents: z.array(z.string()).min(1) }))
    .optional(),
});
export type Probes = z.infer<typeof probesSchema>;
