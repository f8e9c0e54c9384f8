import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';
import { ingestionJobSchema } from './ingestion.ts';

/** Documents of a common set stand in a persona under this prefix and the set's id, which nothing else may use. */
export const commonSourcePrefix = 'common:';

export const commonSetIdSchema = personaIdSchema;

/** Knowledge that several personas share: kept once, copied into the store of each persona it is attached to. */
export const commonSetSchema = z
  .object({
    id: commonSetIdSchema,
    title: z.string(),
    /** null until it was fed. */
    content: z
      .object({
        fileName: z.string(),
        sha256: z.string(),
        sizeBytes: z.number().int(),
        documents: z.number().int(),
        fedAt: instantSchema,
      })
      .nullable(),
    personas: z.array(personaIdSchema),
    createdAt: instantSchema,
  })
  .meta({ id: 'CommonSet' });
export type CommonSet = z.infer<typeof commonSetSchema>;

export const newCommonSetSchema = z
  .strictObject({ id: commonSetIdSchema, title: z.string().min(1).max(200).optional() })
  .meta({ id: 'NewCommonSet' });

/** A change of a set, and the ingestions that bring it into its personas; each reports its counts. */
export const commonChangeSchema = z
  .object({ set: commonSetSchema.nullable(), ingestions: z.array(ingestionJobSchema) })
  .meta({ id: 'CommonChange' });
export type CommonChange = z.infer<typeof commonChangeSchema>;

export const setFormSchema = z
  .object({ file: z.string().meta({ format: 'binary' }) })
  .meta({ id: 'SetForm' });
