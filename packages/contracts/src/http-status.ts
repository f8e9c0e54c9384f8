import { z } from 'zod';

/** What could be better about this installation, and the exact command or setting for it. */
export const suggestionSchema = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** What the server runs on. */
export const statusSchema = z
  .object({
    version: z.string(),
    form: z.enum(['embedded', 'cluster']),
    /** `name` for people, `change` how to change it. */
    store: z.object({ name: z.string(), change: z.string() }),
    embedder: z.object({
      name: z.string(),
      /** null until an endpoint's model was asked. */
      dimensions: z.number().int().nullable(),
      change: z.string(),
    }),
    speaker: z.object({
      kind: z.enum(['extractive', 'endpoint']),
      model: z.string().nullable(),
      /** Host of the endpoint; null when nothing leaves the machine. */
      endpoint: z.string().nullable(),
      change: z.string(),
    }),
    /** After a turn: how long it rests before it is learnt from. */
    quietMs: z.number().int(),
    uploadLimitBytes: z.number().int(),
    suggestions: z.array(suggestionSchema),
    /** Personas of the start folder that are still being loaded. */
    loading: z.array(z.string()),
  })
  .meta({ id: 'Status' });
export type Status = z.infer<typeof statusSchema>;
