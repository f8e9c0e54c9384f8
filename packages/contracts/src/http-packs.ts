import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';
import { ingestionJobSchema } from './ingestion.ts';
import { personaVersionSchema } from './persona.ts';

/** `pack.json`, the first file of a packed persona. */
export const packHeadSchema = z.object({
  format: z.literal('personate-pack'),
  /** Of the format; a newer one than is known is refused. */
  version: z.number().int().min(1),
  persona: z.object({ id: personaIdSchema, name: z.string() }),
  headVersion: z.number().int().min(1),
  knowledge: z.object({
    revision: z.number().int().min(0),
    documents: z.number().int().min(0),
    digest: z.string(),
  }),
  packedAt: instantSchema,
});
export type PackHead = z.infer<typeof packHeadSchema>;

export const unpackedSchema = z
  .object({
    version: personaVersionSchema,
    /** The ingestion of its knowledge, under way. */
    ingestion: ingestionJobSchema,
    pack: packHeadSchema,
  })
  .meta({ id: 'Unpacked' });
export type Unpacked = z.infer<typeof unpackedSchema>;
